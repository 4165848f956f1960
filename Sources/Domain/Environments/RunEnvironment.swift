/// The parts of a session's environment that an agent's run uses, secrets included.
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

    /// The environment variables of a process in the sandbox, with secrets in plain text. A secret replaces a variable
    /// of the same name.
    package var processVariables: [String: String] {
        let pairs = variables.map { ($0.description, $1) } + secrets.map { ($0.description, $1.text) }
        return Dictionary(pairs) { _, secret in secret }
    }

    /// The texts to redact in everything the agent prints.
    package var secretTexts: [String] { secrets.values.map(\.text) }
}
