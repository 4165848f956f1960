/// Converts an agent's Markdown (GitHub's flavor) to HTML that is safe in a page.
///
/// Nothing in the text can run code, load a resource or break out of its block: cmark renders in safe mode, and
/// `AllowedHTML` filters the result.
package enum Markdown {
    /// The HTML of a text. A text that is too large, too deeply nested or too slow to render is shown as plain text.
    ///
    /// - Parameter level: the level of the text's first heading, 1 to 6, so that a message's headings are below the
    ///   page's own.
    package static func html(_ text: String, headingsFrom level: Int) -> String {
        guard MarkdownCost.isAffordable(text), let tree = MarkdownTree(parsing: text), tree.isShallow else {
            return "<pre>\(HTMLText(text))</pre>"
        }
        tree.clean(headingsFrom: level)
        return AllowedHTML(holding: tree.render()).text
    }
}
