import Domain

/// The changes of a file and the comments on its lines, for a page.
struct FileDiff {
    /// The maximum number of lines shown of a file, and of all files together.
    private static let longest = 1000
    private static let longestOfAll = 10_000
    /// Files with more changed lines are folded at first.
    private static let longestOpen = 300

    let name: String
    /// The path before it was renamed.
    let oldName: String?
    /// The file's anchor.
    let anchor: String
    let count: String
    /// Such as `+12`; `nil` for a binary file.
    let added: String?
    let removed: String?
    /// Changes with the file's lines, so that a "Viewed" mark is only valid for these lines.
    let version: String
    /// Whether it is unfolded at first.
    let isOpen: Bool
    let parts: [DiffPart]
    let omission: String?
    /// The comments whose lines are not shown or have changed.
    let otherComments: [CommentCard]
    let pastComments: PastComments?
    private let shownLines: Int

    private init(_ file: DiffFile, _ remarks: DiffRemarks, _ layout: DiffLayout, room: Int) {
        name = file.change.path
        oldName = file.change.oldPath
        anchor = DiffAnchor.name(of: file.change.path)
        let limit = min(room, Self.longest)
        var rows = DiffRows(of: anchor, remarks, path: file.change.path, layout)
        var left = 0
        var hash: UInt64 = 14_695_981_039_346_656_037
        for line in file.lines {
            // FNV-1a.
            for byte in line.bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            if rows.count < limit { rows.append(line) } else { left += 1 }
        }
        let others: [CommentCard]
        (parts, others) = rows.finish()
        otherComments = others.filter { !$0.isPast }
        pastComments = PastComments(others, on: "lines that have changed since")
        shownLines = rows.count
        version = String(hash, radix: 36)
        isOpen = rows.count <= Self.longestOpen || parts.contains(where: \.isFollowed)
        added = file.change.addedLines.map(LineCounts.added)
        removed = file.change.removedLines.map(LineCounts.removed)
        if let added, let removed {
            count = "\(added) \(removed)"
            omission = left > 0 ? "\(left) more lines are in the patch." : nil
        } else {
            count = "binary"
            omission = "Binary file not shown."
        }
    }

    /// The files of a patch in their order.
    static func list(_ patch: DiffPatch, _ remarks: DiffRemarks, _ layout: DiffLayout = DiffLayout()) -> [FileDiff] {
        var room = longestOfAll
        return patch.files.map { file in
            let diff = FileDiff(file, remarks, layout, room: room)
            room -= diff.shownLines
            return diff
        }
    }
}

/// A part of a file's table, with the comments below its last row.
struct DiffPart {
    /// Safe HTML.
    let rows: String
    let comments: [CommentCard]
    let form: CommentForm?
    let isFollowed: Bool

    init(rows: String, comments: [CommentCard] = [], form: CommentForm? = nil) {
        self.rows = rows
        self.comments = comments
        self.form = form
        isFollowed = !comments.isEmpty || form != nil
    }
}

/// The comments on a diff, and the line with a form for a new one.
struct DiffRemarks {
    /// By the file's path.
    var comments: [String: [CommentCard]] = [:]
    var form: CommentForm?
}
