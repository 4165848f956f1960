package import Domain
import Foundation

/// Where a repository is cloned from and pushed to.
package enum GitRemote: Hashable, Sendable {
    case https(RepositoryURL)
    /// A repository on this machine, for tests and demos, which the operator has allowed.
    case local(path: String)

    var address: String {
        switch self {
        case .https(let url): "\(url).git"
        case .local(let path): "file://\(path)"
        }
    }

    /// The only transport that git may use for it.
    var transport: String {
        switch self {
        case .https: "https"
        case .local: "file"
        }
    }

    /// What git needs to see of this machine.
    var paths: [String] {
        switch self {
        case .https: []
        case .local(let path): [path] + Self.borrowedObjects(of: path)
        }
    }

    /// Where a repository on this machine has objects of others, as `git clone --shared` makes it.
    private static func borrowedObjects(of path: String) -> [String] {
        let lists = ["\(path)/objects/info/alternates", "\(path)/.git/objects/info/alternates"]
        let text = lists.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first ?? ""
        return text.split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("/") && FileManager.default.fileExists(atPath: $0)
        }
    }
}
