import TestSupport

/// Messages made to slow the functions down or to leak something into a page, and plain noise.
enum HostileMessages {
    /// An algorithm with quadratic time doesn't finish for any of these.
    static let long =
        repeated(["a", "\n", "`", ">", "> ", "[", "(", "<", "a\n"], upTo: 100_000) + repeated(fragments, upTo: 20_000)

    private static func repeated(_ pieces: [String], upTo length: Int) -> [String] {
        pieces.map { String(repeating: $0, count: length / $0.unicodeScalars.count) }
    }

    private static let fragments = [
        "> > >\n", "]", "<!--", "](", "[](", "![", "*", "*a ", "_a ", "~~a", "<a>",
        "<x y=\"", "# a\n", "- a\n", "1. ", "1. a 2. ", "a\n", "```\n", "` `` ``` ", "|", "-", "{", "\"", "\\*", "\\",
        "\u{0}", "\u{202E}", "\u{1B}[", "\u{301}", "\u{200D}", "👩\u{200D}", "🇩🇪", "\u{1100}", "中", "。", "中。", "a.",
        "https://", "https://a ", "hi ", "please ", "task: ", "You are a x. ", "x, please ", "On a wrote:\n",
        "We use it. ",
        "2026-01-01 10:00:00 ERROR it failed\n", "    at f (a.js:1:2)\n", "We use the thing\n", "请", "你好，", "\u{FFFD}",
    ]

    private static let pieces = [
        "fix", "the", "a", "please", "hi", "Why", "`code`", "```", "\n", "\n\n", " ", "  ", "# ", "- ", "1. ", "> ",
        "**", "_",
        "[x](http://y)", "https://github.com/a/b/issues/1", "<b>", "</b>", "<!--", "-->", ".", "!", "?", ":", ",", "…",
        "。", "中文",
        "\u{200D}", "\u{202E}", "\u{2066}", "\u{301}", "\u{0}", "\t", "\r\n", "🙂", "👨‍👩‍👧‍👦", "é", "Error: x",
        "at f (a.js:1:2)", "{", "}",
        "You are a", "Task:", "can you", "שלום", "สวัสดี", "|", "---", "\u{1B}[0m", "ﬁ", "ß", "\u{AD}", "\u{2028}", "(",
        ")",
    ]

    /// Messages put together at random, the same on every run.
    static let random: [String] = {
        var generator = SeededGenerator(seed: 42)
        return (0..<2_000).map { _ in
            let length = Int.random(in: 0...40, using: &generator)
            return (0..<length).map { _ in
                (pieces.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
            }.joined()
        }
    }()
}
