import Domain

/// How a file was changed, as a page shows it.
struct FileDiff {
    struct Line {
        /// `added`, `removed`, `hunk`, or nothing.
        let kind: String
        let text: String
    }

    /// More lines of one file, and of all together, are left to the patch.
    private static let longest = 1000
    private static let longestOfAll = 10_000

    let name: String
    /// Where it was before it was renamed.
    let oldName: String?
    let count: String
    let lines: [Line]
    let omission: String?

    private init(_ file: ChangedFile, section: ArraySlice<Substring>?, room: Int) {
        name = file.path
        oldName = file.oldPath
        let body = section.map { $0.drop { !$0.hasPrefix("@@") } } ?? []
        lines = body.prefix(min(room, Self.longest)).map(Self.line)
        if let added = file.addedLines, let removed = file.removedLines {
            count = "+\(added) −\(removed)"
            omission = body.count > lines.count ? "\(body.count - lines.count) more lines are in the patch." : nil
        } else {
            count = "binary"
            omission = "A binary file isn't shown."
        }
    }

    /// The files of a patch in their order, which is the list's too.
    static func list(_ changes: SessionChanges) -> [FileDiff] {
        let sections = sections(of: changes.patch)
        var room = longestOfAll
        return changes.files.enumerated().map { index, file in
            let section = index < sections.count ? sections[index] : nil
            let diff = FileDiff(file, section: section, room: room)
            room -= diff.lines.count
            return diff
        }
    }

    private static func sections(of patch: [UInt8]) -> [ArraySlice<Substring>] {
        let text = String(decoding: patch, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Within a hunk every line begins with a sign or a space.
        let starts = lines.indices.filter { lines[$0].hasPrefix("diff --git ") }
        return zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
            let section = lines[start..<end]
            return section.last == "" ? section.dropLast() : section
        }
    }

    private static func line(_ text: Substring) -> Line {
        let kind =
            switch text.first {
            case "+": "added"
            case "-": "removed"
            case "@": "hunk"
            default: ""
            }
        return Line(kind: kind, text: String(text.prefix(2000)))
    }
}
