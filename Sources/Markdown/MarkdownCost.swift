/// Bounds cmark's worst-case time. Parts of its parsing are quadratic: unclosed brackets, the end of a URL, the cells
/// of a table, the lines before a table. All of these are limited to one paragraph and need marks or lines, so that
/// their number times the paragraph's length bounds the work.
enum MarkdownCost {
    /// Far longer than any answer; longer texts are files.
    static let maximumBytes = 128 * 1024
    /// About 20 ms.
    static let maximumWork = 50_000_000

    static func isAffordable(_ text: String) -> Bool {
        guard text.utf8.count <= maximumBytes else { return false }
        var work = 0
        var paragraph = (length: 0, marks: 0)
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0D }
            if isBlank {
                work += paragraph.length * paragraph.marks
                paragraph = (0, 0)
            } else {
                paragraph.length += line.count + 1
                paragraph.marks += 1 + line.count(where: isMark)
            }
        }
        return work + paragraph.length * paragraph.marks <= maximumWork
    }

    /// Whether it is ASCII punctuation, which all Markdown syntax consists of.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
