/// A range of lines of a file in a diff.
package struct DiffPosition: Hashable, Sendable {
    /// Which version of the file the line numbers refer to. Unchanged lines are on both sides.
    package enum Side: String, CaseIterable, Sendable, Codable {
        case old, new
    }

    /// The maximum number of lines of one comment.
    package static let longest = 200
    /// In bytes; longer than any path that a file system accepts.
    private static let longestPath = 8192

    package let path: String
    package let side: Side
    /// Line numbers in the file, from 1.
    package let lines: ClosedRange<Int>

    package init(path: String, side: Side, lines: ClosedRange<Int>) {
        self.path = path
        self.side = side
        self.lines = lines
    }

    /// - Parameter endLine: the last line, if there are several.
    /// - Throws: `DomainError.invalid` naming the field that can't be valid in any diff.
    package init(path: String, side: Side, line: Int, endLine: Int?) throws(DomainError) {
        guard path.utf8.count <= Self.longestPath, !path.utf8.contains(0) else {
            throw DomainError.invalid(fields: [FieldError("path", "must be the path of a file of the diff")])
        }
        guard (1...999_999_999).contains(line) else {
            throw DomainError.invalid(fields: [FieldError("line", "must be the number of a line, from 1")])
        }
        let end = endLine ?? line
        guard end >= line, end - line < Self.longest else {
            let detail = "must be `line` or one of the \(Self.longest - 1) lines after it"
            throw DomainError.invalid(fields: [FieldError("endLine", detail)])
        }
        self.init(path: path, side: side, lines: line...end)
    }

    /// `src/app.swift:12` or `src/app.swift:12-14`; one line, with unprintable characters of the path escaped.
    package var label: String {
        let numbers = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
        return "\(path.shownInTerminal):\(numbers)"
    }
}
