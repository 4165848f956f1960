import Domain
import Markdown

/// Makes lines of a diff into rows of a table. That is HTML, put together here: a template would take many times as long
/// for ten thousand lines.
struct DiffRows {
    /// How many bytes of a line are shown.
    private static let longestLine = 4000

    private struct Place: Hashable {
        let side: DiffPosition.Side
        let line: Int
    }

    private(set) var count = 0
    private let file: String
    private var comments: [Place: [CommentCard]]
    private let others: [CommentCard]
    private var form: CommentForm?
    private var parts: [DiffPart] = []
    /// The rows of the part that is being made.
    private var html = ""

    /// - Parameter file: the file's name within the page.
    init(of file: String, _ remarks: DiffRemarks, path: String) {
        self.file = file
        let own = remarks.comments[path] ?? []
        comments = Dictionary(grouping: own.filter { !$0.isOutdated }) { card in
            Place(side: card.place.side, line: card.place.lines.upperBound)
        }
        others = own.filter(\.isOutdated)
        form = remarks.form.flatMap { $0.file == path ? $0 : nil }
    }

    mutating func append(_ line: DiffLine) {
        count += 1
        let bytes = line.bytes.last == UInt8(ascii: "\r") ? line.bytes.dropLast() : line.bytes
        let text = HTMLText(ReadableText.clean(String(decoding: bytes.prefix(Self.longestLine), as: UTF8.self)))
        switch line.kind {
        case .hunk: html += "<tr class=\"hunk\"><td></td><td>\(text)</td></tr>\n"
        case .note: html += "<tr><td></td><td>\(text)</td></tr>\n"
        case .context: append("<tr", line.newNumber, on: .new, text)
        case .added: append("<tr class=\"added\"", line.newNumber, on: .new, text)
        case .removed: append("<tr class=\"removed\"", line.oldNumber, on: .old, text)
        }
        var said: [CommentCard] = []
        var open: CommentForm?
        for side in DiffPosition.Side.allCases {
            guard let number = line.number(on: side) else { continue }
            said += comments.removeValue(forKey: Place(side: side, line: number)) ?? []
            if let anchor = form?.anchor, anchor.side == side, anchor.lines.upperBound == number {
                open = form
                form = nil
            }
        }
        if !said.isEmpty || open != nil { endPart(said, open) }
    }

    private mutating func append(_ start: String, _ number: Int?, on side: DiffPosition.Side, _ text: HTMLText) {
        let number = number ?? 0
        let name = DiffAnchor.name(of: file, side, number)
        let label = side == .old ? "old line" : "line"
        html += """
            \(start) id="\(name)"><td><a href="?at=\(name)#comment-form" aria-label="Comment on \(label) \(number)">\
            \(number)</a></td><td>\(text)</td></tr>

            """
    }

    private mutating func endPart(_ comments: [CommentCard] = [], _ form: CommentForm? = nil) {
        parts.append(DiffPart(rows: html, comments: comments, form: form))
        html = ""
    }

    /// - Returns: the parts of the table, and the comments that have no row.
    mutating func finish() -> (parts: [DiffPart], others: [CommentCard]) {
        if !html.isEmpty { endPart() }
        let unseen = comments.values.flatMap(\.self).sorted { $0.number < $1.number }
        return (parts, others + unseen.map(\.withQuote))
    }
}
