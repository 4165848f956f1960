/// Markdown as an agent writes it (GitHub's flavour), made into HTML that may stand in a page.
///
/// Nothing that the text contains can run, load anything or reach past its own block: cmark renders it in its safe mode,
/// and what comes out is held to `AllowedHTML`.
package enum Markdown {
    /// The HTML of a text. One that is too large, too deep or too slow to render is shown as it was written.
    ///
    /// - Parameter level: of the text's first heading, 1 to 6, so that a message's headings stay below the page's own.
    package static func html(_ text: String, headingsFrom level: Int) -> String {
        guard MarkdownCost.isAffordable(text), let tree = MarkdownTree(parsing: text), tree.isShallow else {
            return "<pre>\(HTMLText(text))</pre>"
        }
        tree.clean(headingsFrom: level)
        return AllowedHTML(holding: tree.render()).text
    }
}
