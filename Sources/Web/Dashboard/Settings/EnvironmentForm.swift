import Domain
import FoundationEssentials

/// The fields of an environment, as `environment-fields.mustache` shows them.
struct EnvironmentFormFields {
    let environmentName: FormField
    let `default`: CheckField
    let repository: FormField
    let branch: FormField
    let script: FormField
    let variables: FormField

    init(_ form: FormState) {
        environmentName = form.field("name", "Name")
        `default` = CheckField(
            form.field("isDefault", "The default for repositories without an environment", isRequired: false))
        repository = form.field(
            "repoUrl", "Repository", type: "url", hint: "Such as https://github.com/owner/name.", isRequired: false)
        branch = form.field("baseBranch", "Base branch", hint: "Without one, main.", isRequired: false)
        script = form.field(
            "setupScript", "Set-up script", hint: "Run in the repository after the clone, before the agent starts.",
            isRequired: false)
        variables = form.field(
            "variables", "Variables", hint: "A line for each, such as NODE_ENV=test. Secrets are set apart.",
            isRequired: false)
    }
}

extension FormState {
    /// An environment as it is.
    init(_ environment: SandboxEnvironment) {
        let outline = environment.outline
        self.init([
            "name": outline.name, "isDefault": outline.isDefault ? "true" : "",
            "repoUrl": outline.repository?.url.description ?? "",
            "baseBranch": outline.repository?.baseBranch.description ?? "",
            "setupScript": environment.setupScript ?? "", "variables": VariableLines.text(of: environment.variables),
        ])
    }
}

extension SubmittedForm {
    /// The same body that the API takes: all of an environment but its secrets.
    ///
    /// - Throws: `DomainError.invalid` with all fields that are wrong.
    func environment<Body: Decodable>(_ type: Body.Type) throws -> Body {
        let content = EnvironmentFormBody(
            name: self["name"], isDefault: self["isDefault"] == "true", repoUrl: self["repoUrl"],
            baseBranch: self["baseBranch"], setupScript: self["setupScript"], variables: try variables)
        return try JSONDecoder().decode(type, from: JSONEncoder().encode(content))
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
}
