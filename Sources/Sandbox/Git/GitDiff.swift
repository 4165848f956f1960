/// What a session changed.
package struct GitDiff: Equatable, Sendable {
    package struct File: Equatable, Sendable {
        package let path: String
        /// Where it was before it was renamed.
        package let oldPath: String?
        /// `nil` for a binary file.
        package let addedLines: Int?
        package let removedLines: Int?
    }

    package let files: [File]
    /// As `git apply` takes it.
    package let patch: [UInt8]
    /// Whether the patch was too long to be kept whole.
    package let isCut: Bool
}

extension GitDiff {
    /// Reads `git diff --numstat -z` (git-diff(1), "Other diff formats").
    static func files(fromNumstat bytes: [UInt8]) -> [File] {
        var parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }[...]
        var files: [File] = []
        while let part = parts.popFirst(), !part.isEmpty {
            let fields = part.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { break }
            let isRenamed = fields[2].isEmpty
            let oldPath = isRenamed ? parts.popFirst() : nil
            guard let path = isRenamed ? parts.popFirst() : String(fields[2]) else { break }
            files.append(
                File(path: path, oldPath: oldPath, addedLines: Int(fields[0]), removedLines: Int(fields[1])))
        }
        return files
    }
}
