/// A session's changes to its repository.
package struct SessionChanges: Equatable, Sendable {
    package let files: [ChangedFile]
    /// The patch in the format of `git apply`.
    package let patch: [UInt8]
    /// Whether the patch was too long to be stored whole.
    package let isCut: Bool

    package init(files: [ChangedFile], patch: [UInt8], isCut: Bool) {
        self.files = files
        self.patch = patch
        self.isCut = isCut
    }

    /// The number of files and lines; binary files count as files without lines.
    package var count: ChangeCount {
        ChangeCount(
            files: files.count, addedLines: files.compactMap(\.addedLines).reduce(0, +),
            removedLines: files.compactMap(\.removedLines).reduce(0, +))
    }
}

package struct ChangedFile: Equatable, Sendable, Codable {
    package let path: String
    /// The path before the file was renamed.
    package let oldPath: String?
    /// `nil` for a binary file.
    package let addedLines: Int?
    package let removedLines: Int?

    package init(path: String, oldPath: String?, addedLines: Int?, removedLines: Int?) {
        self.path = path
        self.oldPath = oldPath
        self.addedLines = addedLines
        self.removedLines = removedLines
    }
}
