/// A patch split into its files.
package struct DiffPatch: Sendable {
    /// In the order of `SessionChanges.files`.
    package let files: [DiffFile]

    /// Runs in time proportional to the length of the patch.
    package init(_ changes: SessionChanges) {
        let sections = Self.sections(of: changes)
        let isEvenList = sections.count == changes.files.count
        var rest = sections[...]
        files = changes.files.indices.map { index in
            let file = changes.files[index]
            var own: [ArraySlice<UInt8>] = []
            while let section = rest.first, DiffHeader(section).names(file) { own.append(rest.removeFirst().bytes) }
            // A path may be written differently, for example where a secret was redacted in it. Then the section is
            // matched by its index.
            if own.isEmpty, isEvenList, let section = rest.first, section.index == index {
                own.append(rest.removeFirst().bytes)
            }
            return DiffFile(file, own)
        }
    }

    /// The changed file with this path after the change; `nil` if there is none.
    package func file(at path: String) -> DiffFile? {
        files.first { $0.change.path == path }
    }

    /// The text at a position, for storing it with a comment.
    ///
    /// - Throws: `DomainError.invalid` naming the field that points outside the patch.
    package func quote(at place: DiffPosition) throws(DomainError) -> String {
        guard let file = file(at: place.path) else {
            let renamed = files.first { $0.change.oldPath == place.path }?.change.path
            let detail = renamed.map { "is now `\($0.shownInTerminal)`" } ?? "is not a file of the diff"
            throw DomainError.invalid(fields: [FieldError("path", detail)])
        }
        return DiffQuote.text(of: try file.lines(at: place))
    }

    /// The comments whose lines have changed since they were made. Each file is read once, however many comments it
    /// has.
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

    /// The sections of a patch that begin with `diff --git`. No other line can begin so: every line of a hunk begins
    /// with a sign or a space. The last line of a cut patch is dropped, since it may be incomplete.
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

    /// The first line of a file's section.
    private struct DiffHeader {
        static let mark = Array("diff --git ".utf8)

        /// Both paths, with the prefixes `a/` and `b/`.
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
