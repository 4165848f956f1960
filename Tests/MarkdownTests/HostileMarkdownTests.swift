import Markdown
import TestSupport
import Testing

/// The output has only known elements, for any input.
struct HostileMarkdownTests {
    static let attacks = [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script\n>alert(1)</script\n>",
        "<img src=x onerror=alert(1)>", "a <img src=x onerror=alert(1)> b", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<svg/onload=alert`1`>", "<math><mi//xlink:href=\"data:x,<script>\">",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<style>*{display:none}</style>",
        "<link rel=stylesheet href=https://evil.example/x.css>", "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content=0;url=https://evil.example>", "<form action=/api/auth/sign-out><button>",
        "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<a href=javascript:alert(1)>x</a>",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>",
        "<!DOCTYPE html>", "</li></ol></main><script>alert(1)</script>", "<template><script>alert(1)</script>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;&#x61;vascript&colon;alert(1))", "[x](java\u{0}script:alert(1))", "[x](<java\tscript:alert(1)>)",
        "[x](<\u{1}javascript:alert(1)>)", "[x](vbscript:msgbox)", "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](data:image/png;base64,AAAA)", "![x](data:image/svg+xml,<svg/onload=alert(1)>)", "[x](file:///etc/passwd)",
        "[x](blob:https://example.com/1)", "<javascript:alert(1)>", "<data:text/html,x>", "[x](https:alert(1))",
        "[x](https://a.example/\"onmouseover=alert(1)//)", "[x](https://a.example 'title\"onclick=alert(1)')",
        "[x](https://a.example \"</a><script>alert(1)</script>\")", "![x\" onerror=\"alert(1)](https://a.example)",
        "[a]: javascript:alert(1)\n\n[a]", "[a]: https://a.example '\"><script>'\n\n[a]", "https://a.example/<script>",
        "https://a.example/\"onclick=alert(1)", "www.a.example/'\"><img/src=x>", "a@b.example\"><script>",
        "```\"><script>alert(1)</script>\ncode\n```", "~~~ js onclick=alert(1)\n</code></pre><script>\n~~~",
        "`</code><script>alert(1)</script>`", "    <script>alert(1)</script>", "# <script>alert(1)</script>",
        "| <script> |\n|-|\n| <img src=x onerror=alert(1)> |", "- [x] <script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "\\<script>", "<\u{0}script>", "<scr\u{0}ipt>",
        "\u{FEFF}<script>alert(1)</script>", "\u{202E}<script>", "[\u{202E}x](javascript:alert(1))",
        "<a\u{2028}href=x>", "<x-custom is=script>", "[^1]\n\n[^1]: <script>", "$$<script>$$", "<plaintext>", "<xmp>",
        "\u{600}<script>alert(1)</script>",
        "\u{600}[x](https://a.example)", "<\u{301}script>", "[x](https://a.example/\u{600}\"\u{301}onclick=alert(1))",
        "[x](mailto:a@b.example?body=<script>)", "[x](mailto:\"onclick=alert(1))", "x<a href=\"https://a.example\">y",
    ]

    @Test(arguments: attacks)
    func leavesOnlyKnownElements(_ attack: String) {
        for text in [
            attack, "before \(attack) after", "> \(attack)", "- \(attack)", "**\(attack)**", "a\n\(attack)\nb",
        ] {
            expectOnlyKnownElements(Markdown.html(text, headingsFrom: 4), of: text)
        }
    }

    @Test func showsHTMLAsItWasWritten() {
        #expect(Markdown.html("<b>a</b>", headingsFrom: 4) == "<p>&lt;b&gt;a&lt;/b&gt;</p>\n")
        #expect(
            Markdown.html("<div onclick=\"a\">\n<p>b", headingsFrom: 4)
                == "<p>&lt;div onclick=&quot;a&quot;&gt;<br />\n&lt;p&gt;b</p>\n")
    }

    /// Mixes pieces of Markdown and HTML in ways that nobody thought of, the same ones every time.
    @Test func leavesOnlyKnownElementsOfAnyMixture() {
        let pieces = [
            "<", ">", "\"", "'", "&", "`", "```", "\n", "\n\n", "[", "](", ")", "![", "*", "**", "_", "~~", "|", "|-|",
            "- ", "1. ", "> ", "# ", "    ", "<script>", "</a>", "<!--", "-->", "javascript:", "https://a.example",
            "www.", "a@b.example", "onclick=", "\\", "\u{0}", "\u{202E}", "é", "\u{600}", "\u{301}", "&#x3C;", "[x] ",
            "]: ", "<a href=\"",
        ]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 1...25, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            expectOnlyKnownElements(Markdown.html(text, headingsFrom: 4), of: text)
        }
    }
}

/// A list of its own, so that a mistake in the other is found.
private func expectOnlyKnownElements(_ html: String, of text: String, _ location: SourceLocation = #_sourceLocation) {
    let bare =
        /<\/?(?:p|h[4-6]|strong|em|del|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|div|a)>|<[hb]r \/>/
    let attributed = /<ol start="\d+">|<t[hd] class="(?:left|center|right)">/
    let link = /<a href="(?:https?:\/\/|mailto:)[^"<>\s]+" rel="noopener noreferrer nofollow">/
    // Special characters next to any other scalar: none may hide in a character of several scalars.
    let html = String(String.UnicodeScalarView(html.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
    let rest = html.replacing(bare, with: "").replacing(attributed, with: "").replacing(link.ignoresCase(), with: "")
        .replacing(#"<div class="wide" role="group" aria-label="Table" tabindex="0">"#, with: "")
    #expect(!rest.contains("<"), "\(text.debugDescription) became \(html)", sourceLocation: location)
}
