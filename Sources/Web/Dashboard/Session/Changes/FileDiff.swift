import Domain

/// How a file was changed, as a page shows it, with what people say about its lines.
struct FileDiff {
    /// More lines of one file, and of all together, are left to the patch.
    private static let longest = 1000
    private static let longestOfAll = 10_000
    /// Longer ones are closed at first.
    private static let longestOpen = 300

    let name: String
    /// Where it was before it was renamed.
    let oldName: String?
    /// The file's name within the page.
    let anchor: String
    let count: String
    /// Such as `+12`; nothing of a binary file.
    let added: String?
    let removed: String?
    /// Changes with the lines, so that a mark for having seen them ends with them.
    let version: String
    /// Whether its lines show before somebody asks for them.
    let isOpen: Bool
    let parts: [DiffPart]
    let omission: String?
    /// The comments whose lines are not shown, or don't read any more as they did.
    let otherComments: [CommentCard]
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
        (parts, otherComments) = rows.finish()
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

/// Rows of a file's table, and what stands below the last of them.
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

/// What is said about the lines of a diff, and where something is being said.
struct DiffRemarks {
    /// By the file's path.
    var comments: [String: [CommentCard]] = [:]
    var form: CommentForm?
}
