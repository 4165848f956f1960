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
    let traits: Vocabulary.Traits
    /// What the phrases do that begin with the word, and those that end with it.
    let starting: Vocabulary.Roles
    let ending: Vocabulary.Roles
    /// Of the text in UTF-8.
    let firstByte: UInt8
    let lastByte: UInt8
    /// Where `Vocabulary` has the word, looked up once.
    private let index: Int32

    init(_ text: String, kind: Kind = .plain, isGlued: Bool = false) {
        self.init(
            text, key: kind == .plain ? WordKey.key(of: text) : text, kind: kind, isGlued: isGlued,
            ends: (text.utf8.first ?? 0, text.utf8.last ?? 0))
    }

    init(_ text: String, key: String, kind: Kind, isGlued: Bool, ends: (UInt8, UInt8)) {
        (firstByte, lastByte) = ends
        self.text = text
        self.key = key
        self.kind = kind
        self.isGlued = isGlued
        if kind == .plain, let found = Vocabulary.shared.look(up: key) {
            (index, traits, starting, ending) = found
        } else {
            (index, traits, starting, ending) = (-1, [], [], [])
        }
    }

    private init(_ text: String, as word: Word) {
        self.text = text
        key = word.key
        kind = word.kind
        isGlued = word.isGlued
        traits = word.traits
        starting = word.starting
        ending = word.ending
        index = word.index
        firstByte = text.utf8.first ?? 0
        lastByte = text.utf8.last ?? 0
    }

    func replacingText(with text: String) -> Word {
        Word(text, kind: kind, isGlued: isGlued)
    }

    /// With other punctuation around it or another capital, so that it stays the same word.
    func written(as text: String) -> Word {
        Word(text, as: self)
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
        guard let first, !first.starting.isDisjoint(with: roles), let phrases = first.entry?.starting else {
            return nil
        }
        for phrase in phrases where !phrase.roles.isDisjoint(with: roles) && phrase.keys.count <= count {
            if zip(self, phrase.keys).allSatisfy({ $0.key == $1 }) { return phrase.keys.count }
        }
        return nil
    }

    func suffixLength(_ roles: Vocabulary.Roles) -> Int? {
        guard let last, !last.ending.isDisjoint(with: roles), let phrases = last.entry?.ending else { return nil }
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
