import Domain

/// The content of `sandbox.mustache`.
struct SandboxContent {
    let head: SettingsHead
    let environments: [EnvironmentItem]
    let newPath: String
    let networkPath: String
    let ceiling: ChoiceField
    let hosts: FormField

    init(
        head: SettingsHead, environments: [EnvironmentItem], newPath: String, network: FormState,
        networkPath: String
    ) {
        self.head = head
        self.environments = environments
        self.newPath = newPath
        self.networkPath = networkPath
        ceiling = ChoiceField(
            network.field("ceiling", "Network limit", hint: "Environments can't allow more than this."),
            NetworkAccess.choices(default: .all, isChosen: false))
        hosts = network.field(
            "organizationHosts", "Hosts allowed for all sessions", hint: "Including sessions without an environment.",
            isRequired: false)
    }
}

/// The content of `new-environment.mustache`.
struct NewEnvironmentContent {
    let head: SettingsHead
    let formPath: String
    let fields: EnvironmentFormFields
}

struct EnvironmentItem {
    let called: String
    let isDefault: Bool
    /// A summary of its content.
    let contents: String
    let editPath: String
    let deletePath: String

    init(_ environment: SandboxEnvironment, in organization: OrganizationID) {
        let outline = environment.outline
        called = outline.name
        isDefault = outline.isDefault
        let parts = [
            outline.repository.map { "\($0.url.fullName) at \($0.baseBranch)" },
            environment.setupScript.map { _ in "set-up script" },
            Self.count(environment.variables.values.count, "variable"),
            Self.count(environment.secretNames.count, "secret"),
            Self.count(environment.runnerLabels.sorted.count, "runner label"),
        ]
        let words = parts.compactMap(\.self).joined(separator: ", ")
        contents = words.isEmpty ? "Nothing set up yet" : words
        editPath = organization.path(of: outline.id)
        deletePath = "\(editPath)/delete"
    }

    private static func count(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
