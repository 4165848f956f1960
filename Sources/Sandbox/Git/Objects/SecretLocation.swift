/// Where a secret stands in what would be pushed; never the secret.
package struct SecretLocation: Hashable, Sendable, CustomStringConvertible {
    package enum Part: Hashable, Sendable {
        /// The author or another line above a commit's message.
        case commitHeader
        case message
        /// A file, or what is compressed in it.
        case file
        /// The name of something in a directory.
        case name
    }

    package let part: Part
    package let commit: String
    /// The file's, or the directory's; secrets are blotted out.
    package let path: String

    package var description: String {
        let commit = "commit \(commit.prefix(12))"
        let directory = path.isEmpty ? "" : " in \(path)"
        return switch part {
        case .commitHeader: "the author or committer of \(commit)"
        case .message: "the message of \(commit)"
        case .file: "\(path) of \(commit)"
        case .name: "a file name\(directory) of \(commit)"
        }
    }
}
