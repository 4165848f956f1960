import Configuration
import Domain
import FoundationEssentials
import Runs

extension Settings {
    /// The host of Claude Code's model by default.
    private static let model = "api.anthropic.com"

    /// The most access that environments may give to agents; `nil` when it isn't set.
    func networkCeiling() throws -> NetworkAccess? {
        try value("agentNetwork", "must be none, trusted, custom or all", NetworkAccess.init(rawValue:))
    }

    /// The hosts that agents can reach whatever their environments allow: their model's, those listed in `agentHosts`,
    /// and those of repositories. These may be on this machine or in its networks.
    ///
    /// - Parameter variables: the agent's environment variables.
    /// - Throws: `SettingError` for text that isn't a host.
    func operatorHosts(for variables: [String: String], agent: AgentCommand) throws -> OperatorHosts {
        let listed = try hosts("agentHosts")
        let repositories = try repositoryHosts().keys.sorted().compactMap { try? AllowedHost($0) }
        return OperatorHosts(agent: listed + model(for: variables, agent: agent), repositories: repositories)
    }

    /// The hosts listed in a setting.
    ///
    /// - Throws: `SettingError` for text that isn't a host.
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
