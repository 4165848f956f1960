import Domain
import Markdown

/// Writes the cells of a diff's table: line numbers that link to a comment form, and lines with syntax highlighting.
struct DiffCells {
    /// The maximum number of bytes shown of a line.
    private static let longestLine = 4000

    private let file: String
    private let highlighter: SyntaxHighlighter
    private let prefix: String
    /// The comment or string that the last lines left open, in the old and in the new version.
    private var carry: (old: SyntaxHighlighter.Carry, new: SyntaxHighlighter.Carry) = (.code, .code)

    /// - Parameter file: the file's anchor.
    init(of file: String, path: String, _ layout: DiffLayout) {
        self.file = file
        highlighter = SyntaxHighlighter(language: SyntaxLanguage.of(path: path))
        prefix = layout.prefix
    }

    /// Resets what was open, at a gap between lines.
    mutating func restart() {
        carry = (.code, .code)
    }

    /// Writes the cell of a line number, with the line's anchor.
    func number(of line: DiffLine, on side: DiffPosition.Side, to html: inout [UInt8]) {
        let number = line.number(on: side) ?? 0
        let name = DiffAnchor.name(of: file, side, number)
        let label = side == .old ? "old line" : "line"
        html +=
            """
            <td class="num" id="\(name)"><a href="\(prefix)at=\(name)#comment-form" aria-label="Comment on \(label) \
            \(number)">\(number)</a></td>
            """.utf8
    }

    /// Writes a line's text, without its sign.
    mutating func write(_ line: DiffLine, to html: inout [UInt8]) {
        var bytes = line.bytes.last == UInt8(ascii: "\r") ? line.bytes.dropLast() : line.bytes
        let isCode = line.kind != .hunk && line.kind != .note
        if isCode { bytes = bytes.dropFirst() }
        let text = Self.clean(bytes.prefix(Self.longestLine))
        switch line.kind {
        case .hunk, .note: HTMLText.escape(text[...], to: &html)
        case .removed: highlighter.write(text, &carry.old, to: &html)
        case .added: highlighter.write(text, &carry.new, to: &html)
        case .context:
            highlighter.write(text, &carry.new, to: &html)
            carry.old = carry.new
        }
    }

    /// Text that is plain ASCII is returned unchanged.
    private static func clean(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == UInt8(ascii: "\t") }) { return Array(bytes) }
        return Array(ReadableText.clean(String(decoding: bytes, as: UTF8.self)).utf8)
    }
}
