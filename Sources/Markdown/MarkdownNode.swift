import CMark

/// A node of a `MarkdownTree`; it must not be used after the tree is freed.
struct MarkdownNode: Equatable {
    let pointer: OpaquePointer

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
    var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

    var literal: String { cmark_node_get_literal(pointer).map(String.init(cString:)) ?? "" }

    var url: String {
        get { cmark_node_get_url(pointer).map(String.init(cString:)) ?? "" }
        nonmutating set { cmark_node_set_url(pointer, newValue) }
    }

    var headingLevel: Int {
        get { Int(cmark_node_get_heading_level(pointer)) }
        nonmutating set { cmark_node_set_heading_level(pointer, Int32(newValue)) }
    }

    /// The text in it, without markup.
    var text: String {
        var text = ""
        var child = firstChild
        while let node = child {
            text += node.firstChild == nil ? node.literal : node.text
            child = node.next
        }
        return text
    }

    static func make(_ type: cmark_node_type, literal: String? = nil) -> MarkdownNode? {
        guard let pointer = cmark_node_new(type) else { return nil }
        if let literal { cmark_node_set_literal(pointer, literal) }
        return MarkdownNode(pointer: pointer)
    }

    func append(_ child: MarkdownNode?) {
        guard let child, cmark_node_append_child(pointer, child.pointer) == 0 else { return }
        child.free()
    }

    /// Moves its children to another node.
    func moveChildren(to other: MarkdownNode) {
        while let child = firstChild { cmark_node_append_child(other.pointer, child.pointer) }
    }

    /// Replaces it with another node, and frees it.
    func replace(with other: MarkdownNode?) {
        guard let other else { return }
        guard cmark_node_replace(pointer, other.pointer) == 1 else { return other.free() }
        free()
    }

    /// Replaces it with its children followed by a text, and frees it.
    func unwrap(adding suffix: String) {
        while let child = firstChild { cmark_node_insert_before(pointer, child.pointer) }
        replace(with: .make(CMARK_NODE_TEXT, literal: suffix))
    }

    func free() {
        cmark_node_free(pointer)
    }
}
