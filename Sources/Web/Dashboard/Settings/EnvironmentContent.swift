import Domain

/// The content of `environment.mustache`.
struct EnvironmentContent {
    struct Secret {
        let called: String
        let removePath: String
    }

    let head: SettingsHead
    let formPath: String
    let fields: EnvironmentFormFields
    let sandboxPath: String
    let secrets: [Secret]
    let secretsPath: String
    let secretName: FormField
    let secretValue: FormField

    init(
        head: SettingsHead, fields: EnvironmentFormFields, secret: FormState, names: [VariableName], path: String,
        sandboxPath: String
    ) {
        self.head = head
        self.fields = fields
        self.sandboxPath = sandboxPath
        formPath = path
        let secretsPath = "\(path)/secrets"
        self.secretsPath = secretsPath
        secrets = names.map { Secret(called: $0.description, removePath: "\(secretsPath)/\($0)/remove") }
        secretName = secret.field(
            "secret", "Secret name", hint: "Such as NPM_TOKEN. An existing name is overwritten.",
            choices: names.map(\.description))
        secretValue = secret.field("value", "Value", type: "password", hint: "Multi-line values are OK.")
    }
}
