import Markdown
import Testing

struct HTMLTextTests {
    @Test(arguments: [
        ("plain ä €", "plain ä €"),
        ("<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"),
        // Marks that are a part of a longer character.
        ("\u{600}<script>", "\u{600}&lt;script&gt;"),
        ("\"\u{301} onclick=", "&quot;\u{301} onclick="),
        ("&\u{200D}", "&amp;\u{200D}"),
    ])
    func escapesEveryMark(_ text: String, _ expected: String) {
        #expect(HTMLText(text).description.utf8.elementsEqual(expected.utf8))
    }
}
