import Testing

@testable import Titles

@Suite struct MessagePreviewTests {
    @Test(arguments: PreviewCase.prompts + PreviewCase.reports) func prompt(_ example: PreviewCase) { check(example) }
    @Test(arguments: PreviewCase.agents) func answer(_ example: PreviewCase) { check(example) }

    private func check(_ example: PreviewCase) {
        #expect(MessagePreview.generate(from: example.message) == example.preview)
    }

    @Test(arguments: ["", " \n\t ", "\u{0}\u{7}", "\u{200B}\u{FEFF}\u{202E}"])
    func withoutTextIsThePlaceholder(_ message: String) {
        #expect(MessagePreview.generate(from: message) == MessagePreview.placeholder)
    }

    @Test func whatAnAgentSaidAndMore() {
        let message =
            "I've opened PR #42 with the changes.\n\n- `signup.ts`: validates the form\n- `signup.test.ts`: covers it"
        #expect(MessagePreview.generate(from: message) == "I've opened PR #42 with the changes...")
    }

    @Test func aMessageOfExactlyTheLimitIsUnchanged() {
        let message = String(repeating: "word ", count: 15) + "words"
        #expect(message.count == MessagePreview.maximumLength)
        #expect(MessagePreview.generate(from: message) == message)
    }

    @Test func oneLongWordIsCutAtAGrapheme() {
        let preview = MessagePreview.generate(from: String(repeating: "é", count: 100_000))
        #expect(preview == String(repeating: "é", count: 77) + "...")
    }
}
