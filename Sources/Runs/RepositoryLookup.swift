package import Domain
import Foundation
import Sandbox

/// Asks hosts for the branches of repositories while no session works on them yet, as isolated and with the same
/// credential as a clone.
package actor RepositoryLookup {
    private let configuration: RunConfiguration
    private var sandbox: Sandbox?

    package init(_ configuration: RunConfiguration) {
        self.configuration = configuration
    }

    /// - Throws: when commands can't be isolated on this machine.
    package func branches(of repository: RepositoryURL) async throws -> RemoteLookup {
        let sandbox = try await isolated()
        let directory = RunDirectory(path: "\(configuration.directory)/lookups/\(UUID().uuidString)")
        var limits = configuration.limits
        limits.duration = .seconds(5)
        let workspace = GitWorkspace(directory, sandbox: sandbox, limits: limits)
        let remote = configuration.remote(of: repository)
        defer { try? FileManager.default.removeItem(atPath: directory.path) }
        return try await workspace.branches(of: remote, credential: configuration.credential(for: remote))
    }

    private func isolated() async throws -> Sandbox {
        if let sandbox { return sandbox }
        try PrivateDirectory.create(at: configuration.directory)
        let made = Sandbox(try await configuration.isolation())
        sandbox = made
        return made
    }
}
