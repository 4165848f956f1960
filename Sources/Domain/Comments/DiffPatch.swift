/// A patch taken apart by files.
package struct DiffPatch: Sendable {
    /// In the order of the list of changed files.
    package let files: [DiffFile]

    /// Takes about as long as reading the patch once.
    package init(_ changes: SessionChanges) {
        let sections = Self.sections(of: changes)
        let isEvenList = sections.count == changes.files.count
        var rest = sections[...]
        files = changes.files.indices.map { index in
            let file = changes.files[index]
            var own: [ArraySlice<UInt8>] = []
            while let section = rest.first, DiffHeader(section).names(file) { own.append(rest.removeFirst().bytes) }
            // A path that is written in another way, as where a secret was blotted out of it, is told by its place.
            if own.isEmpty, isEvenList, let section = rest.first, section.index == index {
                own.append(rest.removeFirst().bytes)
            }
            return DiffFile(file, own)
        }
    }

    package func file(at path: String) -> DiffFile? {
        files.first { $0.change.path == path }
    }

    /// What stands at a place, to be kept with a comment on it.
    ///
    /// - Throws: `DomainError.invalid` naming the field that leads out of the patch.
    package func quote(at place: DiffPosition) throws(DomainError) -> String {
        guard let file = file(at: place.path) else {
            let renamed = files.first { $0.change.oldPath == place.path }?.change.path
            let detail = renamed.map { "is now `\($0.shownInTerminal)`" } ?? "is not a file of the diff"
            throw DomainError.invalid(fields: [FieldError("path", detail)])
        }
        return DiffQuote.text(of: try file.lines(at: place))
    }

    /// Those of some comments whose lines don't read any more as they did when they were made. Each file is read once,
    /// however many comments are on it.
    package func outdated(among comments: [DiffComment]) -> Set<CommentID> {
        let byPath = Dictionary(grouping: comments, by: \.place.path)
        return Set(
            byPath.flatMap { path, comments in
                let quotes = file(at: path)?.quotes(at: comments.map(\.place)) ?? [:]
                return comments.filter { quotes[$0.place] != $0.quote }.map(\.id)
            })
    }

    private struct Section {
        let index: Int
        let bytes: ArraySlice<UInt8>
    }

    /// The parts of a patch that begin with `diff --git`, which stands at the beginning of a line nowhere else: in a hunk
    /// every line begins with a sign or a space. Of a patch that was cut, the last line is left out, which may be half of one.
    private static func sections(of changes: SessionChanges) -> [Section] {
        var patch = changes.patch[...]
        let newline = UInt8(ascii: "\n")
        if changes.isCut { patch = patch[..<((patch.lastIndex(of: newline) ?? -1) + 1)] }
        var starts: [Int] = []
        var start = patch.startIndex
        while start < patch.endIndex {
            if patch[start] == UInt8(ascii: "d"), patch[start...].starts(with: DiffHeader.mark) { starts.append(start) }
            guard let end = patch[start...].firstIndex(of: newline) else { break }
            start = end + 1
        }
        return zip(starts, starts.dropFirst() + [patch.endIndex]).enumerated().map { index, bounds in
            Section(index: index, bytes: patch[bounds.0..<bounds.1])
        }
    }

    /// The first line of a file's part of the patch.
    private struct DiffHeader {
        static let mark = Array("diff --git ".utf8)

        /// Both paths, with `a/` and `b/` before them.
        let paths: String

        init(_ section: Section) {
            let line = section.bytes.prefix { $0 != UInt8(ascii: "\n") }
            paths = QuotedPaths.unquoted(line.dropFirst(Self.mark.count))
        }

        func names(_ file: ChangedFile) -> Bool {
            paths == "a/\(file.oldPath ?? file.path) b/\(file.path)"
        }
    }
}
