import Domain

extension ChangedFile {
    /// Parses the output of `git diff --numstat -z` (git-diff(1), "Other diff formats").
    static func list(fromNumstat bytes: [UInt8]) -> [ChangedFile] {
        var parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }[...]
        var files: [ChangedFile] = []
        while let part = parts.popFirst(), !part.isEmpty {
            let fields = part.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { break }
            let isRenamed = fields[2].isEmpty
            let oldPath = isRenamed ? parts.popFirst() : nil
            guard let path = isRenamed ? parts.popFirst() : String(fields[2]) else { break }
            files.append(
                ChangedFile(path: path, oldPath: oldPath, addedLines: Int(fields[0]), removedLines: Int(fields[1])))
        }
        return files
    }
}
