/// A word of a message as it is to be shown, and what it is compared by.
struct Word: Equatable {
    enum Kind {
        case plain
        /// Holds a code span, whose backticks are kept until the line is put together.
        case code
        case link
    }

    let text: String
    /// The text as `WordKey` folds it; of code and links the text itself.
    let key: String
    let kind: Kind
    /// Follows the word before it without a space, as sentences do in Chinese and Japanese.
    let isGlued: Bool
    /// Where `Vocabulary` has the word, looked up once.
    private let index: Int32

    init(_ text: String, kind: Kind = .plain, isGlued: Bool = false) {
        self.init(text, key: kind == .plain ? WordKey.key(of: text) : text, kind: kind, isGlued: isGlued)
    }

    init(_ text: String, key: String, kind: Kind, isGlued: Bool) {
        self.text = text
        self.key = key
        self.kind = kind
        self.isGlued = isGlued
        index = kind == .plain ? Vocabulary.shared.index(of: key) : Vocabulary.unknown
    }

    func replacingText(with text: String) -> Word {
        Word(text, kind: kind, isGlued: isGlued)
    }

    var traits: Vocabulary.Traits {
        index < 0 ? [] : Vocabulary.shared.entries[Int(index)].traits
    }

    func `is`(_ traits: Vocabulary.Traits) -> Bool {
        !self.traits.isDisjoint(with: traits)
    }

    fileprivate var entry: Vocabulary.Entry? {
        index < 0 ? nil : Vocabulary.shared.entries[Int(index)]
    }
}

extension Collection<Word> where Self: BidirectionalCollection {
    /// How many words the longest phrase has that the words begin with and that does what is asked for.
    func prefixLength(_ roles: Vocabulary.Roles) -> Int? {
        guard let phrases = first?.entry?.starting else { return nil }
        for phrase in phrases where !phrase.roles.isDisjoint(with: roles) && phrase.keys.count <= count {
            if zip(self, phrase.keys).allSatisfy({ $0.key == $1 }) { return phrase.keys.count }
        }
        return nil
    }

    func suffixLength(_ roles: Vocabulary.Roles) -> Int? {
        guard let phrases = last?.entry?.ending else { return nil }
        for phrase in phrases where !phrase.roles.isDisjoint(with: roles) && phrase.keys.count <= count {
            if zip(suffix(phrase.keys.count), phrase.keys).allSatisfy({ $0.key == $1 }) { return phrase.keys.count }
        }
        return nil
    }

    /// Whether the words are one phrase and nothing else.
    func isPhrase(_ roles: Vocabulary.Roles) -> Bool {
        prefixLength(roles) == count
    }
}
