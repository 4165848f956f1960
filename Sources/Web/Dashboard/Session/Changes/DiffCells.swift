import Domain
import Markdown

/// Writes cells of a diff's table: numbers that lead to a comment, and lines with their syntax told apart.
struct DiffCells {
    /// How many bytes of a line are shown.
    private static let longestLine = 4000

    private let file: String
    private let highlighter: SyntaxHighlighter
    private let prefix: String
    /// What the last lines left open, before and after the change.
    private var carry: (old: SyntaxHighlighter.Carry, new: SyntaxHighlighter.Carry) = (.code, .code)

    /// - Parameter file: the file's name within the page.
    init(of file: String, path: String, _ layout: DiffLayout) {
        self.file = file
        highlighter = SyntaxHighlighter(language: SyntaxLanguage.of(path: path))
        prefix = layout.prefix
    }

    /// Forgets what was open, where lines were left out.
    mutating func restart() {
        carry = (.code, .code)
    }

    /// Writes a number's cell, which has the line's name within the page.
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

    /// Writes what a line says, without its sign.
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

    /// Only what isn't plain ASCII has to be read as text.
    private static func clean(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == UInt8(ascii: "\t") }) { return Array(bytes) }
        return Array(ReadableText.clean(String(decoding: bytes, as: UTF8.self)).utf8)
    }
}
