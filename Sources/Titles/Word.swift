/// A word of a message, as shown and as compared.
struct Word: Equatable {
    enum Kind {
        case plain
        /// Contains a code span, whose backticks stay until the line is assembled.
        case code
        case link
    }

    let text: String
    /// The text folded by `WordKey`; for code and links, the unchanged text.
    let key: String
    let kind: Kind
    /// Whether no space separates it from the word before, as between sentences in Chinese and Japanese.
    let isGlued: Bool
    let traits: Vocabulary.Traits
    /// The roles of the phrases that begin with the word, and of those that end with it.
    let starting: Vocabulary.Roles
    let ending: Vocabulary.Roles
    /// The first and last bytes of the text in UTF-8.
    let firstByte: UInt8
    let lastByte: UInt8
    /// The word's index in `Vocabulary.entries`, looked up once; -1 if there is none.
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

    /// The same word with different punctuation around it or different capitalization; its key and traits stay.
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
    /// The number of words of the longest phrase with one of the roles that the words begin with.
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
