import Domain
import Testing

struct TerminalTextTests {
    @Test(arguments: [
        ("Zoë 字 👍", "Zoë 字 👍"), ("a\u{202E}b", "a\\u{202E}b"), ("\u{1B}[2J", "\\u{1B}[2J"), ("\u{9B}2J", "\\u{9B}2J"),
        ("a\r\nb\t", "a\\u{D}\\u{A}b\\u{9}"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
    ])
    func aTerminalGetsNothingThatControlsIt(text: String, shown: String) {
        #expect(text.shownInTerminal == shown)
    }

    @Test func aTextOfSeveralLinesKeepsThem() {
        #expect("Error: \u{1B}c\n\nUsage:\r\n".linesShownInTerminal == "Error: \\u{1B}c\n\nUsage:\\u{D}\\u{A}")
    }
}
