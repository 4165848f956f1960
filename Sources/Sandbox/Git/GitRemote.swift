package import Domain
import Foundation

/// The remote from which a repository is cloned and to which it is pushed.
package enum GitRemote: Hashable, Sendable {
    case https(RepositoryURL)
    /// A repository on this machine, for tests and demos; the operator must allow it.
    case local(path: String)

    var address: String {
        switch self {
        case .https(let url): "\(url).git"
        case .local(let path): "file://\(path)"
        }
    }

    /// The only transport that git may use for this remote.
    var transport: String {
        switch self {
        case .https: "https"
        case .local: "file"
        }
    }

    /// The paths on this machine that git must be able to read.
    var paths: [String] {
        switch self {
        case .https: []
        case .local(let path): [path] + Self.borrowedObjects(of: path)
        }
    }

    /// Object directories that a local repository borrows from others, as after `git clone --shared`.
    private static func borrowedObjects(of path: String) -> [String] {
        let lists = ["\(path)/objects/info/alternates", "\(path)/.git/objects/info/alternates"]
        let text = lists.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first ?? ""
        return text.split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("/") && FileManager.default.fileExists(atPath: $0)
        }
    }
}
