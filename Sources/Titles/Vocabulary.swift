/// All words and phrases of the languages and of the English tables, indexed by word, so that one look-up finds
/// everything.
struct Vocabulary: Sendable {
    static let shared = Vocabulary()

    /// The traits and phrases of one word.
    struct Entry {
        var traits: Traits = []
        /// Phrases that begin with the word, longest first.
        var starting: [Phrase] = []
        /// Phrases that end with the word, longest first.
        var ending: [Phrase] = []
    }

    struct Phrase {
        let keys: [String]
        var roles: Roles
    }

    private(set) var entries: [Entry] = []
    private var indices: [String: Int32] = [:]
    /// The part of each entry that is stored in a `Word`.
    private var summaries: [(index: Int32, traits: Traits, starting: Roles, ending: Roles)] = []
    /// In bytes; no table has longer words.
    private static let maximumKey = 40

    func look(up key: String) -> (index: Int32, traits: Traits, starting: Roles, ending: Roles)? {
        guard key.utf8.count <= Self.maximumKey, let index = indices[key] else { return nil }
        return summaries[Int(index)]
    }

    private init() {
        for language in Language.all where language.isSpaced {
            add(language.greetings, as: .greeting)
            add(language.addressees, as: .addressee)
            add(language.openings, as: .opening)
            add(language.keepsOpening, as: .keepsOpening)
            add(language.fillers, as: language.articles == .dropped ? .pausedFiller : [.pausedFiller, .afterthought])
            add(language.acknowledgements, as: .pausedFiller)
            add(language.closings, as: .closing)
            add(language.politeness, as: .politeness)
            add(language.requestEndings, as: .requestEnding)
            add(language.questions, as: .question)
            add(language.failures, as: .failure)
        }
        for language in Language.all {
            add(language.emptyAnswers, as: .emptyAnswer)
            add(language.requestLabels, as: .requestLabel)
            add(language.backgroundLabels, as: .backgroundLabel)
            add(language.subjectHeaders, as: .subjectHeader)
            add(language.otherHeaders, as: .otherHeader)
            add(language.mailPrefixes, as: .mailPrefix)
            mark(language.pointing, .pointing)
            mark(language.marks, language.articles == .dropped ? .english : .foreign)
        }
        for (roles, table) in Self.english { add(table, as: roles) }
        for (traits, table) in Self.englishWords { mark(table, traits) }
        for index in entries.indices {
            entries[index].starting.sort { $0.keys.count > $1.keys.count }
            entries[index].ending.sort { $0.keys.count > $1.keys.count }
        }
        summaries = entries.enumerated().map { index, entry in
            (
                Int32(index), entry.traits, entry.starting.reduce(into: []) { $0.formUnion($1.roles) },
                entry.ending.reduce(into: []) { $0.formUnion($1.roles) }
            )
        }
    }

    /// - Parameter table: phrases, separated by commas.
    private mutating func add(_ table: String, as roles: Roles) {
        for phrase in Self.phrases(of: table) {
            let keys = phrase.split(separator: " ").map { WordKey.key(of: $0) }.filter { !$0.isEmpty }
            guard let first = keys.first, let last = keys.last else { continue }
            let start = entryIndex(of: first)
            if let known = entries[start].starting.firstIndex(where: { $0.keys == keys }) {
                entries[start].starting[known].roles.formUnion(roles)
            } else {
                entries[start].starting.append(Phrase(keys: keys, roles: roles))
            }
            let end = entryIndex(of: last)
            if let known = entries[end].ending.firstIndex(where: { $0.keys == keys }) {
                entries[end].ending[known].roles.formUnion(roles)
            } else {
                entries[end].ending.append(Phrase(keys: keys, roles: roles))
            }
        }
    }

    /// - Parameter table: words, separated by white space or commas.
    private mutating func mark(_ table: String, _ traits: Traits) {
        for word in table.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            entries[entryIndex(of: WordKey.key(of: word))].traits.formUnion(traits)
        }
    }

    private mutating func entryIndex(of key: String) -> Int {
        if let index = indices[key] { return Int(index) }
        indices[key] = Int32(entries.count)
        entries.append(Entry())
        return entries.count - 1
    }

    static func phrases(of table: String) -> [String] {
        table.split(separator: ",").compactMap { phrase in
            let words = phrase.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }
}
