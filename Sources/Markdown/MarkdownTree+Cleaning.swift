import CMark

extension MarkdownTree {
    /// Restricts the tree to allowed content: HTML becomes text, images become links, and links that don't lead to the
    /// web or to a mailbox become text.
    func clean(headingsFrom level: Int) {
        for (node, _) in nodes {
            switch node.type {
            case CMARK_NODE_HTML_BLOCK: node.replace(with: paragraph(of: node.literal))
            case CMARK_NODE_HTML_INLINE: node.replace(with: .make(CMARK_NODE_TEXT, literal: node.literal))
            case CMARK_NODE_CODE_BLOCK: cmark_node_set_fence_info(node.pointer, "")
            default: break
            }
        }
        for (node, _) in nodes where node.type == CMARK_NODE_IMAGE { cleanImage(node) }
        for (node, _) in nodes where node.type == CMARK_NODE_LINK { cleanLink(node) }
        var outline = HeadingOutline(top: level)
        for (node, _) in nodes where node.type == CMARK_NODE_HEADING {
            // Screen readers would stop at an empty heading.
            if node.text.isEmpty { node.free() } else { node.headingLevel = outline.level(of: node.headingLevel) }
        }
    }

    /// Loading an image would tell its server who reads the page. It becomes a link named by its description.
    private func cleanImage(_ image: MarkdownNode) {
        guard let link = MarkdownNode.make(CMARK_NODE_LINK) else { return }
        link.url = image.url
        image.moveChildren(to: link)
        image.replace(with: link)
    }

    private func cleanLink(_ link: MarkdownNode) {
        cmark_node_set_title(link.pointer, "")
        let isWithinLink = sequence(first: link, next: \.parent).dropFirst().contains { $0.type == CMARK_NODE_LINK }
        if isWithinLink {
            link.unwrap(adding: "")
        } else if !LinkAddress.isAllowed(link.url) {
            let isShown = link.url.isEmpty || link.url == link.text
            link.unwrap(adding: isShown ? "" : " (\(link.url))")
        } else if link.text.allSatisfy(\.isWhitespace) {
            link.append(.make(CMARK_NODE_TEXT, literal: link.url))
        }
    }

    private func paragraph(of text: String) -> MarkdownNode? {
        let paragraph = MarkdownNode.make(CMARK_NODE_PARAGRAPH)
        for line in text.split(separator: "\n") {
            if paragraph?.firstChild != nil { paragraph?.append(.make(CMARK_NODE_LINEBREAK)) }
            paragraph?.append(.make(CMARK_NODE_TEXT, literal: String(line)))
        }
        return paragraph
    }
}
