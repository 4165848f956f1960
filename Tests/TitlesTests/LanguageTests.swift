import Testing

@testable import Titles

@Suite struct LanguageTests {
    /// Every column that holds text, by its name.
    private static func columns(of language: Language) -> [(name: String, text: String)] {
        Mirror(reflecting: language).children.compactMap { child in
            guard let name = child.label, let text = child.value as? String else { return nil }
            return (name, text)
        }
    }

    @Test func noColumnIsEmpty() {
        for language in Language.all {
            let columns = Self.columns(of: language)
            #expect(columns.count >= 20)
            for column in columns where column.name != "name" {
                #expect(!Vocabulary.phrases(of: column.text).isEmpty, "\(language.name): \(column.name)")
            }
        }
    }

    /// A phrase that folds to nothing, or a comma that is missing, would never be found.
    @Test func everyPhraseCanBeFound() {
        for language in Language.all {
            for column in Self.columns(of: language) where !["name", "quotationLines"].contains(column.name) {
                for phrase in Vocabulary.phrases(of: column.text) {
                    let keys = phrase.split(separator: " ").map { WordKey.key(of: $0) }
                    #expect(keys.count <= 10, "\(language.name), \(column.name): \(phrase)")
                    let isSign = phrase.unicodeScalars.allSatisfy { $0.isASCII && !$0.properties.isAlphabetic }
                    #expect(isSign || keys.contains { !$0.isEmpty }, "\(language.name), \(column.name): \(phrase)")
                }
            }
        }
    }

    @Test func languagesAreManyAndDiffer() {
        let names = Language.all.map(\.name)
        #expect(names.count >= 27 && Set(names).count == names.count)
        #expect(Language.all.filter { $0.articles == .dropped }.map(\.name) == ["English"])
    }

    @Test(arguments: [
        ("Kérlek,", "kerlek"), ("KÉRLEK", "kerlek"), ("Ещё", "еще"), ("شكرًا", "شكرا"), ("أضف", "اضف"),
        ("Größe!", "grosse"),
        ("¿Podrías", "podrias"), ("It’s", "it's"), ("(see", "see"), ("İzin", "izin"), ("łódź", "lodz"), ("—", ""),
        ("می\u{200C}کنند", "ميكنند"), ("λόγος", "λογοσ"), ("ΛΌΓΟΣ", "λογοσ"), ("שָׁלוֹם", "שלום"), ("e\u{301}tat", "etat"),
    ]) func keysAreFolded(_ word: String, _ key: String) {
        #expect(WordKey.key(of: word) == key)
    }
}
