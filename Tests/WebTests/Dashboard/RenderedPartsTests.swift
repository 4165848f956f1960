import Testing

@testable import Web

@Suite struct RenderedPartsTests {
    private struct Piece: Hashable {
        let text: String
        let isMatch: Bool
    }

    @Test func anotherContentIsRenderedAnew() {
        let parts = RenderedParts<Piece>(template: "matched")
        for _ in 1...2 {
            #expect(parts.html(of: Piece(text: "a<b", isMatch: false)) == "a&lt;b")
            #expect(parts.html(of: Piece(text: "a<b", isMatch: true)) == "<mark>a&lt;b</mark>")
            #expect(parts.html(of: Piece(text: "other", isMatch: false)) == "other")
        }
    }

    @Test func contentThatWasPushedOutIsRenderedAgain() {
        let parts = RenderedParts<Piece>(template: "matched", limit: 40)
        let texts = (0..<100).map { "text number \($0)" }
        for _ in 1...2 {
            for text in texts {
                #expect(parts.html(of: Piece(text: text, isMatch: false)) == text)
                #expect(parts.html(of: Piece(text: texts[0], isMatch: false)) == texts[0])
            }
        }
    }
}
