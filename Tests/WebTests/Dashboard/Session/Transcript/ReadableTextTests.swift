import Testing

@testable import Web

struct ReadableTextTests {
    @Test(arguments: [
        ("plain\n\ttext", "plain\n\ttext"),
        ("\u{1B}[31mred\u{1B}[0m", "red"),
        ("\u{1B}[2J\u{1B}[1;1Hhome", "home"),
        ("\u{9B}31mred", "red"),
        ("\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "click"),
        ("\u{1B}]0;title\u{07}text", "text"),
        ("\u{9D}0;title\u{9C}text", "text"),
        ("\u{1B}]0;unfinished\nnext line", "\nnext line"),
        ("\u{1B}Pq#0;2\u{1B}\\text", "text"),
        ("\u{1B}(Btext\u{1B}=", "text"),
        ("\u{1B}", ""),
        ("\u{1B}[", ""),
        ("a\u{8}b\u{0}c\u{7F}d\u{85}", "abcd"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("rm -rf /\rls", "rm -rf /\nls"),
        ("a\u{202E}b\u{2066}c", "a[U+202E]b[U+2066]c"),
        ("עברית \u{200F}and 👩‍👩‍👧", "עברית \u{200F}and 👩‍👩‍👧"),
    ])
    func leavesWhatPeopleRead(_ text: String, _ expected: String) {
        #expect(ReadableText.clean(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func saysWhatItLeavesOut() {
        let text = ShortenedText(String(repeating: "a", count: 25_000), to: 20_000)
        #expect(text.text.count == 20_000)
        #expect(text.omission == "5000 more characters aren't shown. The export has them.")
        #expect(ShortenedText("abc", to: 3).omission == nil)
    }

    @Test(arguments: [
        ("\n\n  first\nsecond", 20, "first"),
        ("a long line", 6, "a long…"),
        ("", 10, ""),
        ("\u{1B}[1m\r\nbold", 10, "bold"),
    ])
    func findsTheFirstLine(_ text: String, _ length: Int, _ expected: String) {
        #expect(text.firstLine(to: length) == expected)
    }
}
