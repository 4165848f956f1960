import Markdown
import Testing

/// Markdown of agents, and the HTML that pages show.
struct MarkdownTests {
    private func html(_ text: String) -> String {
        Markdown.html(text, headingsFrom: 4)
    }

    @Test(arguments: [
        ("plain", "<p>plain</p>\n"),
        (
            "**bold**, *italic*, ~~gone~~, `code`",
            "<p><strong>bold</strong>, <em>italic</em>, <del>gone</del>, <code>code</code></p>\n"
        ),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("3. three", "<ol start=\"3\">\n<li>three</li>\n</ol>\n"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
        ("a\n\n---", "<p>a</p>\n<hr />\n"),
        ("```swift\nlet a = 1 < 2\n```", "<pre><code>let a = 1 &lt; 2\n</code></pre>\n"),
        ("- [x] done\n- [ ] open", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n"),
        ("", ""),
    ])
    func rendersWhatAgentsWrite(_ text: String, _ expected: String) {
        #expect(html(text) == expected)
    }

    @Test func keepsLineBreaks() {
        #expect(html("one\ntwo") == "<p>one<br />\ntwo</p>\n")
    }

    @Test func rendersTablesInAPlaceThatScrolls() {
        let table = html("| | n |\n|-|-:|\n| a | 1 |")
        #expect(table.hasPrefix(#"<div class="wide" role="group" aria-label="Table" tabindex="0"><table>"#))
        #expect(table.contains("<td></td>\n<th class=\"right\">n</th>"))
        #expect(table.contains("<td>a</td>\n<td class=\"right\">1</td>"))
    }

    @Test func leavesHomeDirectoriesAlone() {
        #expect(html("~/a and ~/b") == "<p>~/a and ~/b</p>\n")
    }

    @Test(arguments: [
        "[docs](https://example.com/a?b=1&c=2)", "<https://example.com/a?b=1&c=2>", "https://example.com/a?b=1&c=2",
        "![picture](https://example.com/a?b=1&c=2)",
    ])
    func linksToTheWebWithoutSayingWhoAsks(_ text: String) {
        let link = #"<a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">"#
        #expect(html(text).contains(link))
        #expect(!html(text).contains("<img"))
    }

    @Test func linksToMailboxes() {
        #expect(html("<mailto:ada@example.com>").contains(#"<a href="mailto:ada@example.com""#))
    }

    @Test(arguments: ["[](https://example.com)", "![](https://example.com)"])
    func namesALinkWithoutTextAfterItsAddress(_ text: String) {
        #expect(html(text).contains(">https://example.com</a>"))
    }

    @Test(arguments: [
        ("[read](docs/guide.md)", "<p>read (docs/guide.md)</p>\n"),
        ("[out](/api/auth/sign-out)", "<p>out (/api/auth/sign-out)</p>\n"),
        ("[up](#top)", "<p>up (#top)</p>\n"),
        ("[x](//example.com)", "<p>x (//example.com)</p>\n"),
        ("<ftp://example.com>", "<p>ftp://example.com</p>\n"),
        ("![diagram](a.png)", "<p>diagram (a.png)</p>\n"),
    ])
    func showsOtherAddressesWithoutALink(_ text: String, _ expected: String) {
        #expect(html(text) == expected)
    }

    @Test func aPictureWithinALinkIsNoLinkInALink() {
        let badge = html("[![build](https://a.example/b.svg)](https://ci.example)")
        #expect(badge == #"<p><a href="https://ci.example" rel="noopener noreferrer nofollow">build</a></p>"# + "\n")
    }

    @Test func headingsStayBelowThePageAndSkipNoLevel() {
        let levels = html("### a\n# b\n### c\n###### d\n## e\n#\n").matches(of: /<h([1-6])>/).map { String($0.1) }
        #expect(levels == ["4", "4", "5", "6", "5"])
    }

    @Test func rendersTheSameOnManyThreads() async {
        let text = "~~a~~ www.example.com - [x] b\n\n- [x] c\n"
        let expected = html(text)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<200).count { _ in Markdown.html(text, headingsFrom: 4) != expected } }
            }
            for await different in group { #expect(different == 0) }
        }
    }
}
