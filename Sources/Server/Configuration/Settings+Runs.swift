import Configuration
import Domain
import Runs
import Sandbox
import Storage

extension Settings {
    /// The variables of the server's environment that agents inherit by default: access to their model.
    static let agentVariables = [
        "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "CLAUDE_CODE_OAUTH_TOKEN", "HTTPS_PROXY",
        "NO_PROXY",
    ]

    /// The hosts whose repositories sessions may use, each with the local directory that is searched first, if there is
    /// one: `git.example.com=/srv/git`.
    ///
    /// - Throws: `SettingError` for a directory that isn't an absolute path.
    func repositoryHosts() throws -> [String: String?] {
        let hosts = reader.stringArray(forKey: "repositoryHosts") ?? Array(RepositoryURL.defaultHosts)
        var directories: [String: String?] = [:]
        for host in hosts {
            let parts = host.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first?.lowercased(), parts.count == 1 || parts[1].hasPrefix("/") else {
                throw wrong(
                    "repositoryHosts", "must be hosts, each optionally with a directory, as in git.example.com=/srv/git"
                )
            }
            directories[name] = .some(parts.count == 2 ? parts[1] : nil)
        }
        return directories
    }

    /// The models that people can choose, each with an optional name, the default first: `claude-opus-4-6=Opus 4.6`.
    ///
    /// - Throws: `SettingError` for an invalid model and for a duplicate.
    func models() throws -> [ModelChoice] {
        guard let texts = reader.stringArray(forKey: "models")?.filter({ !$0.isBlank }), !texts.isEmpty else {
            return ModelChoice.standard
        }
        let models = texts.compactMap { try? ModelChoice($0) }
        guard models.count == texts.count, Set(models.map(\.id)).count == models.count,
            Set(models.map(\.name)).count == models.count
        else {
            throw wrong(
                "models", "must be different models, each optionally with a name, as in claude-opus-4-6=Opus 4.6")
        }
        return models
    }

    /// The configuration of agents on this server; `nil` when it runs none.
    ///
    /// - Throws: `SettingError` for an invalid value, or an agent program that doesn't exist.
    func runConfiguration(localHosts: [String: String], gitHosts: [String: GitHost]) throws -> RunConfiguration? {
        guard let agent = try agent() else { return nil }
        var runs = RunConfiguration(
            agent: agent, directory: dataDirectory.runsPath, mirrors: dataDirectory.mirrorsPath)
        runs.searchPath = searchPath
        runs.localHosts = localHosts
        runs.gitHosts = gitHosts
        runs.isUnisolated = try isUnisolated()
        runs.readOnlyPaths = reader.stringArray(forKey: "agentPaths") ?? []
        runs.variables = agentEnvironment
        runs.secrets = Self.secrets(among: runs.variables)
        runs.sendsVariables =
            try reader.bool(forKey: "runnerVariables")
            ?? value("runnerVariables", "must be true or false", Bool.init) ?? false
        runs.runnerLease = try integer("runnerLeaseSeconds", in: 5...3600).map { .seconds($0) } ?? runs.runnerLease
        runs.networkCeiling = try networkCeiling() ?? runs.networkCeiling
        runs.operatorHosts = try operatorHosts(for: runs.variables, agent: agent)
        runs.concurrency = try integer("agentConcurrency", in: 0...64) ?? runs.concurrency
        runs.limits.duration =
            try integer("agentMinutes", in: 1...10_080).map { .seconds($0 * 60) } ?? runs.limits.duration
        runs.limits.outputBytes = try mebibytes("agentOutputMebibytes") ?? runs.limits.outputBytes
        runs.limits.diskBytes = try mebibytes("agentDiskMebibytes") ?? runs.limits.diskBytes
        runs.limits.memoryBytes = try mebibytes("agentMemoryMebibytes") ?? runs.limits.memoryBytes
        runs.limits.processes = try integer("agentProcesses", in: 8...100_000) ?? runs.limits.processes
        runs.answerTimeout =
            try integer("agentPatienceMinutes", in: 0...10_080).map { .seconds($0 * 60) } ?? runs.answerTimeout
        runs.waitingAgents = try integer("agentsWaiting", in: 0...1000) ?? runs.waitingAgents
        runs.retention.age =
            try integer("workspaceDays", in: 0...36_500).map { .seconds($0 * 86_400) } ?? runs.retention.age
        runs.retention.diskBytes = try mebibytes("workspaceDiskMebibytes") ?? runs.retention.diskBytes
        return runs
    }

    /// The variables of the server's environment that agents inherit.
    var agentEnvironment: [String: String] {
        let names = reader.stringArray(forKey: "agentVariables") ?? Self.agentVariables
        return environment.filter { names.contains($0.key) && !$0.value.isEmpty }
    }

    var searchPath: String { environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin" }

    private func agent() throws -> AgentCommand? {
        if let command = reader.stringArray(forKey: "agentCommand"), let program = command.first {
            return .custom(try path(of: program, "agentCommand"), Array(command.dropFirst()))
        }
        switch text("agent") {
        case "none": return nil
        case "demo": return .demo(ownPath: OwnProgram.path, libraries: OwnProgram.libraries)
        case "claude": return try claudeCode(at: path(of: "claude", "agent"))
        case nil: return try path(of: "claude").map(claudeCode)
        default: throw wrong("agent", "must be claude, demo or none")
        }
    }

    private func claudeCode(at path: String) throws -> AgentCommand {
        .claudeCode(path: path, maximumTurns: try integer("agentMaxTurns", in: 1...100_000))
    }

    private func path(of program: String, _ key: String) throws -> String {
        guard let path = self.path(of: program) else {
            throw wrong(key, "names the program \(program), which is not in the PATH")
        }
        return path
    }

    func path(of program: String) -> String? {
        ProgramSearch.path(of: program, in: searchPath).map(OwnProgram.resolved)
    }

    private func isUnisolated() throws -> Bool {
        switch text("isolation") {
        case "bubblewrap", nil: false
        case "none": true
        default: throw wrong("isolation", "must be bubblewrap or none")
        }
    }

    private func mebibytes(_ key: String) throws -> Int? {
        try integer(key, in: 1...(1 << 30)).map { $0 << 20 }
    }

    /// The values of variables whose names mark them as secret.
    static func secrets(among variables: [String: String]) -> [String] {
        variables.filter { name, _ in
            ["KEY", "TOKEN", "SECRET", "PASSWORD"].contains { name.uppercased().contains($0) }
        }
        .map(\.value)
    }
}
