import Testing

@testable import Domain

struct MatchedTextTests {
    private func marked(_ text: String, _ query: String, isBeingTyped: Bool = false) throws -> String {
        let query = try SearchQuery(query, isBeingTyped: isBeingTyped)
        return MatchedText(text, query).pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func wordsAreMarkedAsTheSearchFoldsThem() throws {
        #expect(try marked("The Café crashes, twice.", "cafe crashes") == "The [Café] [crashes], twice.")
        #expect(try marked("It crashes", "crash") == "It crashes")
        #expect(try marked("It crashes", "crash", isBeingTyped: true) == "It [crashes]")
        #expect(try marked("It crashes", "\"it crashes\"") == "[It] [crashes]")
    }

    @Test func aNameIsMarkedForAPartOfIt() throws {
        #expect(try marked("Call getUserById once", "user") == "Call [getUserById] once")
        #expect(try marked("Call getUserById once", "userby") == "Call [getUserById] once")
        #expect(try marked("Fix sign_up_form", "form") == "Fix sign_up_[form]")
        #expect(try marked("Call reuser once", "user") == "Call reuser once")
    }

    @Test func wordsAreMarkedWhereverTheyAre() {
        func marked(_ text: String, _ words: String) -> String? {
            MatchedText(text, containing: words.split(separator: " "))?.pieces
                .map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
        }
        #expect(marked("Ada Lovelace", "LOVE a") == "[A]d[a] [Love]l[a]ce")
        #expect(marked("Ada Ada", "da") == "A[da] A[da]")
        #expect(marked("Zoë 👩‍👩‍👧", "ë 👩‍👩‍👧") == "Zo[ë] [👩‍👩‍👧]")
        #expect(marked("Ada", "da b") == nil && marked("Ada", "adam") == nil && marked("", "a") == nil)
        #expect(marked("Ada", "") == "Ada" && marked("", "") == "")
    }

    @Test func nothingIsMarkedWithoutAQuery() {
        #expect(MatchedText("").pieces.isEmpty)
        #expect(MatchedText("a word").pieces.map(\.isMatch) == [false])
    }

    @Test func allOfTheTextIsThere() throws {
        for text in ["", "…", "e\u{301}", "👩‍👩‍👧 word", "word"] {
            let pieces = MatchedText(text, try SearchQuery("word")).pieces
            #expect(pieces.map(\.text).joined() == text)
        }
    }
}
