import CMark
import Synchronization

/// A parsed text. It owns cmark's memory, which is freed with it.
struct MarkdownTree: ~Copyable {
    private let root: MarkdownNode
    private let parser: OpaquePointer

    /// Enough for any text meant for people; browsers stop nesting elements at 512.
    private static let maximumDepth = 40

    /// A `String` can't have invalid UTF-8, and cmark replaces NUL by U+FFFD. Strikethrough needs two tildes, since a
    /// single one begins paths in home directories. A line break in the text is one in the page, as in a terminal.
    private static let options =
        CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_HARDBREAKS

    /// Serializes parsing: while it parses, cmark changes a global table of its extensions' special characters.
    private static let parsing = Mutex(())

    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "autolink", "tasklist"]
    }()

    init?(parsing text: String) {
        let (parser, root) = Self.parsing.withLock { _ in Self.parse(text) }
        guard let parser else { return nil }
        guard let root else {
            cmark_parser_free(parser)
            return nil
        }
        self.root = MarkdownNode(pointer: root)
        self.parser = parser
    }

    private static func parse(_ text: String) -> (parser: OpaquePointer?, root: OpaquePointer?) {
        let names = extensions
        guard let parser = cmark_parser_new(options) else { return (nil, nil) }
        for name in names { cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name)) }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        return (parser, cmark_parser_finish(parser))
    }

    deinit {
        root.free()
        cmark_parser_free(parser)
    }

    /// Whether it is nested at most `maximumDepth` deep.
    var isShallow: Bool { nodes.allSatisfy { $0.depth <= Self.maximumDepth } }

    /// Every node with its depth, in the order of the text.
    var nodes: [(node: MarkdownNode, depth: Int)] {
        var found: [(node: MarkdownNode, depth: Int)] = []
        var node = root
        var depth = 0
        while true {
            found.append((node, depth))
            if let child = node.firstChild {
                node = child
                depth += 1
                continue
            }
            while node != root, node.next == nil, let parent = node.parent {
                node = parent
                depth -= 1
            }
            guard node != root, let next = node.next else { return found }
            node = next
        }
    }

    /// The HTML of the tree, in cmark's safe mode.
    func render() -> String {
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let html = cmark_render_html(root.pointer, Self.options, extensions) else { return "" }
        defer { cmark_get_default_mem_allocator()?.pointee.free(html) }
        return String(cString: html)
    }
}
