/// The location of a secret in the commits to push, without the secret itself.
package struct SecretLocation: Hashable, Sendable, CustomStringConvertible {
    package enum Part: Hashable, Sendable {
        /// The author or another line before a commit's message.
        case commitHeader
        case message
        /// A file, including its compressed content.
        case file
        /// The name of a directory entry.
        case name
    }

    package let part: Part
    package let commit: String
    /// The path of the file or directory, with secrets redacted.
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
