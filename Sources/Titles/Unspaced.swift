/// Phrases of languages without spaces, matched at the start and the end of a text.
struct Unspaced: Sendable {
    static let shared = Unspaced()

    struct Phrase {
        let text: String
        let roles: Vocabulary.Roles
        /// Texts that must not follow, since with them it would be another word.
        var exceptions: [String] = []
    }

    private var byFirst: [Unicode.Scalar: [Phrase]] = [:]
    private var byLast: [Unicode.Scalar: [Phrase]] = [:]

    private init() {
        for language in Language.all where !language.isSpaced {
            let exceptions = Vocabulary.phrases(of: language.keepsOpening)
            add(language.greetings, .greeting)
            add(language.openings, .opening, exceptions)
            add(language.fillers, .pausedFiller)
            add(language.acknowledgements, .pausedFiller)
            add(language.closings, .closing)
            add(language.politeness, .politeness)
            add(language.requestEndings, .requestEnding)
            add(language.questions, .question)
            add(language.pointing, .manner)
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
        byLast = byLast.mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
    }

    private mutating func add(_ table: String, _ roles: Vocabulary.Roles, _ exceptions: [String] = []) {
        for text in Vocabulary.phrases(of: table) {
            guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { continue }
            let phrase = Phrase(text: text, roles: roles, exceptions: exceptions)
            byFirst[first, default: []].append(phrase)
            byLast[last, default: []].append(phrase)
        }
    }

    func holdsQuestion(_ text: String) -> Bool {
        text.unicodeScalars.indices.contains { prefix(of: text[$0...], .question) != nil }
    }

    func prefix(of text: Substring, _ roles: Vocabulary.Roles) -> (role: Vocabulary.Roles, rest: Substring)? {
        guard let first = text.unicodeScalars.first, let phrases = byFirst[first] else { return nil }
        for phrase in phrases where !phrase.roles.isDisjoint(with: roles) && text.utf8.starts(with: phrase.text.utf8) {
            let rest = text[text.utf8.index(text.startIndex, offsetBy: phrase.text.utf8.count)...]
            if !phrase.exceptions.contains(where: { rest.utf8.starts(with: $0.utf8) }) { return (phrase.roles, rest) }
        }
        return nil
    }

    func suffix(of text: Substring, _ roles: Vocabulary.Roles) -> Substring? {
        guard let last = text.unicodeScalars.last, let phrases = byLast[last] else { return nil }
        for phrase in phrases where !phrase.roles.isDisjoint(with: roles) {
            if text.utf8.count >= phrase.text.utf8.count,
                text.utf8.suffix(phrase.text.utf8.count).elementsEqual(phrase.text.utf8)
            {
                return text[..<text.utf8.index(text.endIndex, offsetBy: -phrase.text.utf8.count)]
            }
        }
        return nil
    }
}
