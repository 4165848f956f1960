import Domain
import Testing

/// Comments become one message, which agents and pages can read.
struct CommentMessageTests {
    private func comment(
        _ path: String, _ side: DiffPosition.Side, _ lines: ClosedRange<Int>, _ quote: String, _ body: String
    ) -> DiffComment {
        DiffComment(
            id: .random(), author: Author(id: .random(), name: "Ada", imageURL: nil),
            place: DiffPosition(path: path, side: side, lines: lines), quote: quote, body: body, version: "1",
            createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0), sending: nil)
    }

    @Test func theAgentReadsPlaceQuoteAndText() throws {
        let outdated = comment("b.txt", .old, 7...7, "let y = 1", "Keep this.")
        let message = CommentMessage(
            message: "Nearly there.", [comment("a b.txt", .new, 3...4, "one\ntwo", "Say *three*."), outdated],
            outdated: [outdated.id])
        let text = """
            Nearly there.

            2 comments on your changes:

            a b.txt:3-4
            > one
            > two

            Say *three*.

            b.txt:7 (as it was before your changes; the lines have changed since)
            > let y = 1

            Keep this.
            """
        #expect(message.text == text)
        let line = try message.line
        #expect(line.text == text && line.type == "user" && line.origin.isPrompt && line.isMessage)
        let content = try #require(try LineContent.reading(line.json))
        #expect(content.comments == message)
        #expect(content.comments?.comments.map(\.isOutdated) == [nil, true])
    }

    @Test func whateverIsInThemTheLineIsOneOfOurs() throws {
        let hostile = "\"}],\n\\u0000 <script>\u{1B}\u{202E}👩‍👩‍👧 \u{2028}"
        let message = CommentMessage(message: nil, [comment(hostile, .new, 1...1, hostile, hostile)])
        let line = try message.line
        #expect(!line.json.contains("\n"))
        let read = try #require(try LineContent.reading(line.json)).comments
        #expect(read == message && read?.comments.first?.body == hostile)
        #expect(message.text.hasPrefix("A comment on your changes:\n\n\"}],\\u{A}"))
    }

    /// The page shows exactly the comments that the agent got.
    @Test func commentsThatAreNotWhatTheLineSaysAreNone() throws {
        let json = try CommentMessage(message: nil, [comment("a", .new, 1...1, "x", "Stop")]).line.json
        #expect(try LineContent.reading(json)?.comments != nil)
        for other in [
            json.replacing("\"body\":\"Stop\"", with: "\"body\":\"Go\""), json.replacing("Stop\"},", with: "Go\"},"),
            json.replacing("\"side\":\"new\"", with: "\"side\":\"up\""),
            json.replacing("\"line\":1", with: "\"line\":\"1\""),
        ] {
            let read = try LineContent.reading(other)?.comments
            #expect(other != json && read == nil, "\(other)")
        }
    }

    @Test func bodiesAndMessagesHaveTheirLimits() {
        func isBody(_ text: String) -> Bool { (try? DiffComment.body(text)) != nil }
        func isMessage(_ text: String) -> Bool { (try? CommentMessage.message(text)) != nil }
        #expect(isBody(String(repeating: "x", count: 10_000)) && !isBody(String(repeating: "x", count: 10_001)))
        #expect(!isBody(" \n") && !isBody("a\u{0}") && isMessage(""))
        #expect(isMessage(String(repeating: "x", count: 20_000)) && !isMessage(String(repeating: "x", count: 20_001)))
        #expect(!isMessage("a\u{0}"))
    }
}
