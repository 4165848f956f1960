import RunnerLink
import Sandbox

/// Finds the programs that a server wants to have run.
package struct RunnerPrograms: Sendable {
    /// The path of the agent's program here; `nil` to find it by the name that it has on the server.
    package var agentPath: String?
    /// This program, which includes the demo agent, and its shared libraries.
    package let ownPath: String
    package let ownLibraries: [String]
    /// Resolves symbolic links.
    private let resolved: @Sendable (String) -> String

    package init(
        agentPath: String?, ownPath: String, ownLibraries: [String], resolved: @escaping @Sendable (String) -> String
    ) {
        self.agentPath = agentPath
        self.ownPath = ownPath
        self.ownLibraries = ownLibraries
        self.resolved = resolved
    }

    struct Found {
        let path: String
        var readOnlyPaths: [String] = []
        var variables: [String: String] = [:]
    }

    /// - Throws: `SandboxError.noSuchCommand` when the agent isn't installed here.
    func find(_ command: RunnerCommand, in searchPath: String) throws -> Found {
        switch command.program {
        case .named(let name):
            return Found(path: name)
        case .agent where command.arguments.first == "demo-agent" && agentPath == nil:
            let directories = Set(ownLibraries.map { $0[..<($0.lastIndex(of: "/") ?? $0.endIndex)] }).sorted()
            return Found(
                path: ownPath, readOnlyPaths: [ownPath] + ownLibraries,
                variables: directories.isEmpty ? [:] : ["LD_LIBRARY_PATH": directories.joined(separator: ":")])
        case .agent(let path):
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let candidates = [agentPath ?? path, agentPath ?? name]
            let found = candidates.lazy.compactMap { ProgramSearch.path(of: $0, in: searchPath) }.first
            guard let found = found.map(resolved) else { throw SandboxError.noSuchCommand(agentPath ?? name) }
            return Found(path: found, readOnlyPaths: [found])
        }
    }
}
