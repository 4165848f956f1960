import CBuild
import Domain
import Storage

/// The versions of this program and of what it is built on.
package struct BuildInformation: Codable, Equatable, Sendable {
    package let version: String
    /// The commit that it was built from, with `-dirty` if files were changed; absent if the build didn't know.
    package let commit: String?
    package let sqlite: String

    package static let current: BuildInformation = {
        let commit = String(cString: build_commit())
        return BuildInformation(
            version: ServiceVersion.current, commit: commit.isEmpty ? nil : commit,
            sqlite: SQLiteVersion.current.description)
    }()

    /// Such as `0.2.0 (commit 1a2b3c4d5e6f, SQLite 3.40.1)`.
    package var text: String {
        "\(version) (\(commit.map { "commit \($0)" } ?? "commit unknown"), SQLite \(sqlite))"
    }
}
