import Domain

/// The fields of an environment in a body; a field that the body leaves out is `nil`.
struct EnvironmentFields {
    let name: String?
    let isDefault: Bool?
    let setupScript: String?
    let variables: EnvironmentVariables?
    let access: NetworkAccess?
    let hosts: [AllowedHost]?
    let mcpServers: MCPServers?
    let repositoryMCP: RepositoryMCP?
    let runnerLabels: RunnerLabels?
    private let repositoryURL: String?
    private let baseBranch: BranchName?

    fileprivate init(_ fields: inout BodyFields) {
        name = fields.text("name") { text throws(InvalidValue) in
            try PlainText.line(text, maximum: EnvironmentDraft.maximumNameLength)
        }
        isDefault = fields.boolean("isDefault")
        repositoryURL = fields.text("repoUrl")
        let branch: BranchName?? = fields.text("baseBranch") { text throws(InvalidValue) in
            try text.isEmpty ? nil : BranchName(text)
        }
        baseBranch = branch.flatMap(\.self)
        setupScript = fields.text("setupScript", PlainText.script)
        variables = fields.texts("variables", EnvironmentVariables.init(_:))
        access = fields.choice("network", NetworkAccess.self)
        hosts = fields.list("allowedHosts", [AllowedHost].init(listed:))
        mcpServers = fields.json("mcpServers", MCPServers.init(_:))
        repositoryMCP = fields.choice("repositoryMcp", RepositoryMCP.self)
        runnerLabels = fields.list("runnerLabels", RunnerLabels.init(_:))
    }

    /// The repository and its branch; `nil` when the body doesn't mention a repository, and a choice of none when the
    /// address is empty.
    ///
    /// - Parameter hosts: the hosts whose repositories are allowed.
    /// - Throws: `DomainError.invalid` for a malformed address, for another host, and for a branch without an address.
    func repository(on hosts: Set<String>) throws -> RepositoryChoice? {
        guard let repositoryURL, !repositoryURL.isEmpty else {
            guard baseBranch == nil else {
                throw DomainError.invalid(fields: [FieldError("baseBranch", "is allowed only with a repository")])
            }
            return repositoryURL.map { _ in RepositoryChoice(nil) }
        }
        return RepositoryChoice(try Repository(repoURL: repositoryURL, baseBranch: baseBranch, on: hosts))
    }
}

struct NewEnvironmentBody: Decodable {
    private let name: String
    private let environment: EnvironmentFields

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        environment = EnvironmentFields(&fields)
        name = try fields.finish(environment.name)
    }

    func draft(on hosts: Set<String>) throws -> EnvironmentDraft {
        EnvironmentDraft(
            name: name, isDefault: environment.isDefault ?? false,
            repository: try environment.repository(on: hosts)?.repository, setupScript: environment.setupScript,
            variables: environment.variables ?? EnvironmentVariables(unchecked: [:]),
            network: EnvironmentNetwork(access: environment.access ?? .trusted, hosts: environment.hosts ?? []),
            mcp: EnvironmentMCP(
                servers: environment.mcpServers ?? MCPServers(), repository: environment.repositoryMCP ?? .ignore),
            runnerLabels: environment.runnerLabels ?? .none)
    }
}

struct EditEnvironmentBody: Decodable {
    private let environment: EnvironmentFields

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        environment = EnvironmentFields(&fields)
        try fields.finish()
    }

    func edit(on hosts: Set<String>) throws -> EnvironmentEdit {
        EnvironmentEdit(
            name: environment.name, isDefault: environment.isDefault,
            repository: try environment.repository(on: hosts), setupScript: environment.setupScript,
            variables: environment.variables, access: environment.access, hosts: environment.hosts,
            mcpServers: environment.mcpServers, repositoryMCP: environment.repositoryMCP,
            runnerLabels: environment.runnerLabels)
    }
}
