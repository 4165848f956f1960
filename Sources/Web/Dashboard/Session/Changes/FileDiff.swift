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

    private init(_ file: ChangedFile, section: ArraySlice<PatchLine>?, room: Int) {
        name = file.path
        oldName = file.oldPath
        let body = section.map { $0.drop { !$0.starts(with: "@@".utf8) } } ?? []
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

    private typealias PatchLine = ArraySlice<UInt8>

    /// In bytes: to a string, the end of a line of Windows' is one character.
    private static func sections(of patch: [UInt8]) -> [ArraySlice<PatchLine>] {
        let lines = patch.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Within a hunk every line begins with a sign or a space.
        let starts = lines.indices.filter { lines[$0].starts(with: "diff --git ".utf8) }
        return zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
            let section = lines[start..<end]
            return section.last?.isEmpty == true ? section.dropLast() : section
        }
    }

    private static func line(_ bytes: PatchLine) -> Line {
        let kind =
            switch bytes.first {
            case UInt8(ascii: "+"): "added"
            case UInt8(ascii: "-"): "removed"
            case UInt8(ascii: "@"): "hunk"
            default: ""
            }
        return Line(kind: kind, text: String(decoding: bytes.prefix(4000), as: UTF8.self))
    }
}
