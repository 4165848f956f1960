import Domain

/// Converts lines of a diff to rows of an HTML table. It writes HTML directly, because a template would take many times
/// as long for ten thousand lines.
struct DiffRows {
    private struct Place: Hashable {
        let side: DiffPosition.Side
        let line: Int
    }

    private(set) var count = 0
    private let file: String
    private let layout: DiffLayout
    private var cells: DiffCells
    private var comments: [Place: [CommentCard]]
    private let others: [CommentCard]
    private var form: CommentForm?
    private var parts: [DiffPart] = []
    /// The rows of the current part.
    private var html: [UInt8] = []
    /// Removed lines that wait for the added lines beside them, in the side-by-side layout.
    private var removed: [DiffLine] = []
    private var added: [DiffLine] = []

    /// - Parameter file: the file's anchor.
    init(of file: String, _ remarks: DiffRemarks, path: String, _ layout: DiffLayout) {
        self.file = file
        self.layout = layout
        cells = DiffCells(of: file, path: path, layout)
        let own = remarks.comments[path] ?? []
        comments = Dictionary(grouping: own.filter { !$0.isOutdated }) { card in
            Place(side: card.place.side, line: card.place.lines.upperBound)
        }
        others = own.filter(\.isOutdated)
        form = remarks.form.flatMap { $0.file == path ? $0 : nil }
    }

    mutating func append(_ line: DiffLine) {
        count += 1
        guard layout.isSplit else {
            appendUnified(line)
            return endPart(after: [line])
        }
        switch line.kind {
        case .removed: removed.append(line)
        case .added: added.append(line)
        case .hunk, .note:
            appendPairs()
            cells.restart()
            html += "<tr class=\"hunk\"><td class=\"num\"></td><td colspan=\"3\">".utf8
            cells.write(line, to: &html)
            html += "</td></tr>\n".utf8
        case .context:
            appendPairs()
            html += "<tr><td class=\"num\">\(line.oldNumber ?? 0)</td><td>".utf8
            var code: [UInt8] = []
            cells.write(line, to: &code)
            html += code
            html += "</td>".utf8
            cells.number(of: line, on: .new, to: &html)
            html += "<td>".utf8
            html += code
            html += "</td></tr>\n".utf8
            endPart(after: [line])
        }
    }

    private mutating func appendUnified(_ line: DiffLine) {
        switch line.kind {
        case .hunk, .note:
            if line.kind == .hunk { cells.restart() }
            html += "<tr class=\"hunk\"><td class=\"num\"></td><td class=\"num\"></td>".utf8
        case .context:
            html += "<tr><td class=\"num\">\(line.oldNumber ?? 0)</td>".utf8
            cells.number(of: line, on: .new, to: &html)
        case .added:
            html += "<tr class=\"added\"><td class=\"num\"></td>".utf8
            cells.number(of: line, on: .new, to: &html)
        case .removed:
            html += "<tr class=\"removed\">".utf8
            cells.number(of: line, on: .old, to: &html)
            html += "<td class=\"num\"></td>".utf8
        }
        html += "<td>".utf8
        cells.write(line, to: &html)
        html += "</td></tr>\n".utf8
    }

    /// Writes the waiting lines in pairs: the first removed line beside the first added one.
    private mutating func appendPairs() {
        let (old, new) = (removed, added)
        (removed, added) = ([], [])
        for index in 0..<max(old.count, new.count) {
            let left = old.indices.contains(index) ? old[index] : nil
            let right = new.indices.contains(index) ? new[index] : nil
            html += "<tr>".utf8
            for (line, side, name) in [(left, DiffPosition.Side.old, "removed"), (right, .new, "added")] {
                if let line {
                    cells.number(of: line, on: side, to: &html)
                    html += "<td class=\"\(name)\">".utf8
                    cells.write(line, to: &html)
                    html += "</td>".utf8
                } else {
                    html += "<td class=\"num none\"></td><td class=\"none\"></td>".utf8
                }
            }
            html += "</tr>\n".utf8
            endPart(after: [left, right].compactMap(\.self))
        }
    }

    /// Ends the current part if there are comments on the lines of its last row.
    private mutating func endPart(after lines: [DiffLine]) {
        guard !comments.isEmpty || form != nil else { return }
        var said: [CommentCard] = []
        var open: CommentForm?
        for line in lines {
            for side in DiffPosition.Side.allCases {
                guard let number = line.number(on: side) else { continue }
                said += comments.removeValue(forKey: Place(side: side, line: number)) ?? []
                if let anchor = form?.anchor, anchor.side == side, anchor.lines.upperBound == number {
                    open = form
                    form = nil
                }
            }
        }
        if !said.isEmpty || open != nil { endPart(said, open) }
    }

    private mutating func endPart(_ comments: [CommentCard] = [], _ form: CommentForm? = nil) {
        parts.append(DiffPart(rows: String(decoding: html, as: UTF8.self), comments: comments, form: form))
        html = []
    }

    /// - Returns: the parts of the table, and the comments that have no row.
    mutating func finish() -> (parts: [DiffPart], others: [CommentCard]) {
        appendPairs()
        if !html.isEmpty { endPart() }
        let unseen = comments.values.flatMap(\.self).sorted { $0.number < $1.number }
        return (parts, others + unseen.map(\.withQuote))
    }
}
