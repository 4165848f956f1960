import Configuration
import Domain
import FoundationEssentials
import Runs

extension Settings {
    /// Where Claude Code finds its model unless it is told otherwise.
    private static let model = "api.anthropic.com"

    /// The most that environments may let agents reach; `nil` when it isn't set.
    func networkCeiling() throws -> NetworkAccess? {
        try value("agentNetwork", "must be none, trusted, custom or all", NetworkAccess.init(rawValue:))
    }

    /// What agents reach whatever their environments say: their model, and what `agentHosts` lists; and where repositories
    /// are. These may be on this machine or in its networks.
    ///
    /// - Parameter variables: the agent's.
    /// - Throws: `SettingError` for what is no host.
    func operatorHosts(for variables: [String: String], agent: AgentCommand) throws -> OperatorHosts {
        let listed = try hosts("agentHosts")
        let repositories = try repositoryHosts().keys.sorted().compactMap { try? AllowedHost($0) }
        return OperatorHosts(agent: listed + model(for: variables, agent: agent), repositories: repositories)
    }

    /// The hosts that a setting lists.
    ///
    /// - Throws: `SettingError` for what is no host.
    func hosts(_ key: String) throws -> [AllowedHost] {
        try (reader.stringArray(forKey: ConfigKey(key)) ?? []).map { text in
            do throws(InvalidValue) {
                return try AllowedHost(text)
            } catch {
                throw wrong(key, "has `\(text)`, which \(error.detail)")
            }
        }
    }

    private func model(for variables: [String: String], agent: AgentCommand) -> [AllowedHost] {
        if let base = variables["ANTHROPIC_BASE_URL"].flatMap({ URL(string: $0) }), let host = base.host() {
            let port = base.port ?? (base.scheme == "http" ? 80 : 443)
            return [try? AllowedHost("\(host.contains(":") ? "[\(host)]" : host):\(port)")].compactMap(\.self)
        }
        let isClaude =
            agent.isClaudeCode
            || variables.keys.contains { $0.hasPrefix("ANTHROPIC_") || $0.hasPrefix("CLAUDE_CODE_") }
        return isClaude ? [try? AllowedHost(Self.model)].compactMap(\.self) : []
    }
}
