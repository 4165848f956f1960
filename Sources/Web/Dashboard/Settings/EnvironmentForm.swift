import Domain
import FoundationEssentials

/// The content of `environment-fields.mustache`: the form fields of an environment.
struct EnvironmentFormFields {
    let environmentName: FormField
    let `default`: CheckField
    let repository: FormField
    let branch: FormField
    let script: FormField
    let variables: FormField
    let network: ChoiceField
    let hosts: FormField
    let mcpServers: FormField
    let repositoryMCP: ChoiceField
    let runnerLabels: FormField

    init(_ form: FormState) {
        environmentName = form.field("name", "Name")
        `default` = CheckField(
            form.field("isDefault", "Default for repositories without an environment", isRequired: false))
        repository = form.field(
            "repoUrl", "Repository", hint: "Such as owner/name, or the repository's address.", isRequired: false)
        branch = form.field("baseBranch", "Base branch", hint: "Defaults to main.", isRequired: false)
        script = form.field(
            "setupScript", "Set-up script", hint: "Runs in the repository after cloning, before the agent starts.",
            isRequired: false)
        variables = form.field(
            "variables", "Variables", hint: "One per line, like NODE_ENV=test. Add secrets after saving.",
            isRequired: false)
        network = ChoiceField(
            form.field("network", "Network", hint: "The hosts that agents can reach."),
            NetworkAccess.choices(default: .trusted, isChosen: form.field("network", "").value.isEmpty))
        hosts = form.field(
            "allowedHosts", "Allowed hosts",
            hint: "One per line, like example.com, *.example.com or example.com:8443.", isRequired: false)
        mcpServers = form.field(
            "mcpServers", "MCP servers",
            hint: #"JSON such as {"docs": {"type": "http", "url": "https://…"}}; use ${secret:NAME} for a secret."#,
            isRequired: false)
        repositoryMCP = ChoiceField(
            form.field("repositoryMcp", "MCP servers of the repository", hint: "The servers in its .mcp.json."),
            [
                (RepositoryMCP.ignore.rawValue, "Don't start"),
                (RepositoryMCP.allow.rawValue, "Start with the agent"),
            ])
        runnerLabels = form.field(
            "runnerLabels", "Runner labels",
            hint: "Separated by spaces, like gpu arm64. Only runners with all of them work on its sessions.",
            isRequired: false)
    }
}

extension NetworkAccess {
    /// The options of a form.
    ///
    /// - Parameter isChosen: whether the default is the first option, which browsers select.
    static func choices(default first: NetworkAccess, isChosen: Bool) -> [(choice: String, words: String)] {
        let order = isChosen ? [first] + allCases.filter { $0 != first } : allCases
        return order.map { ($0.rawValue, $0.words) }
    }

    private var words: String {
        switch self {
        case .none: "None: only the model's API"
        case .trusted: "Trusted: package registries, repository hosts and the allowed hosts"
        case .custom: "Custom: only the allowed hosts"
        case .all: "All public hosts"
        }
    }
}

extension [AllowedHost] {
    /// One host per line.
    var lines: String { map(\.description).joined(separator: "\n") }
}

extension FormState {
    /// The form with an environment's values.
    init(_ environment: SandboxEnvironment) {
        let outline = environment.outline
        self.init([
            "name": outline.name, "isDefault": outline.isDefault ? "true" : "",
            "repoUrl": outline.repository?.url.description ?? "",
            "baseBranch": outline.repository?.baseBranch.description ?? "",
            "setupScript": environment.setupScript ?? "", "variables": VariableLines.text(of: environment.variables),
            "network": environment.network.access.rawValue, "allowedHosts": environment.network.hosts.lines,
            "mcpServers": environment.mcp.servers.text, "repositoryMcp": environment.mcp.repository.rawValue,
            "runnerLabels": environment.runnerLabels.sorted.joined(separator: " "),
        ])
    }
}

extension SubmittedForm {
    /// Decodes the form as the API's JSON body: everything except the secrets.
    ///
    /// - Throws: `DomainError.invalid` with all invalid fields.
    func environment<Body: Decodable>(_ type: Body.Type) throws -> Body {
        let content = EnvironmentFormBody(
            name: self["name"], isDefault: self["isDefault"] == "true", repoUrl: self["repoUrl"],
            baseBranch: self["baseBranch"], setupScript: self["setupScript"], variables: try variables,
            network: self["network"].isEmpty ? nil : self["network"], allowedHosts: lines("allowedHosts"),
            mcpServers: self["mcpServers"], repositoryMcp: self["repositoryMcp"].isEmpty ? nil : self["repositoryMcp"],
            runnerLabels: try runnerLabels(in: "runnerLabels"))
        return try JSONDecoder().decode(type, from: JSONEncoder().encode(content))
    }

    /// The lines of a field that aren't blank.
    func lines(_ field: String) -> [String] {
        self[field].split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// - Throws: `DomainError.invalid` for an invalid label.
    func runnerLabels(in field: String) throws -> RunnerLabels {
        do throws(InvalidValue) {
            return try RunnerLabels(line: self[field])
        } catch {
            throw DomainError.invalid(fields: [FieldError(field, error.detail)])
        }
    }

    private var variables: [String: String] {
        get throws {
            do throws(InvalidValue) {
                return try VariableLines(self["variables"]).values
            } catch {
                throw DomainError.invalid(fields: [FieldError("variables", error.detail)])
            }
        }
    }
}

private struct EnvironmentFormBody: Encodable {
    let name: String
    let isDefault: Bool
    let repoUrl: String
    let baseBranch: String
    let setupScript: String
    let variables: [String: String]
    let network: String?
    let allowedHosts: [String]
    let mcpServers: String
    let repositoryMcp: String?
    let runnerLabels: RunnerLabels
}
