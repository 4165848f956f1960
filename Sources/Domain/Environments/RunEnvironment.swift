/// What the run of an agent gets of its session's environment.
package struct RunEnvironment: Sendable {
    package let setupScript: String?
    package let variables: [VariableName: String]
    package let secrets: [VariableName: SecretValue]
    package let mcp: EnvironmentMCP

    package init(
        setupScript: String?, variables: [VariableName: String], secrets: [VariableName: SecretValue],
        mcp: EnvironmentMCP = EnvironmentMCP()
    ) {
        self.setupScript = setupScript
        self.variables = variables
        self.secrets = secrets
        self.mcp = mcp
    }

    /// All that a process in the sandbox gets, secrets in the clear.
    package var processVariables: [String: String] {
        let pairs = variables.map { ($0.description, $1) } + secrets.map { ($0.description, $1.text) }
        return Dictionary(pairs) { _, secret in secret }
    }

    /// What is to be blotted out of all that the agent prints.
    package var secretTexts: [String] { secrets.values.map(\.text) }
}
