import Domain

/// The content of `composer.mustache`: the fields of a new session.
struct ComposerForm {
    /// The option for a value that the list doesn't have.
    static let other = "other"

    let address: String
    let titleAddress: String
    let branchesAddress: String
    let commandsPath: String
    let message: FormField
    let attachments: AttachmentField
    /// `nil` if no repository is known.
    let repository: ChoiceField?
    let otherRepository: FormField
    let branch: FormField
    let model: ChoiceField
    let otherModel: FormField
    /// `nil` if there is nothing to choose from.
    let environment: ChoiceField?
    let effort: ChoiceField
    let mode: ChoiceField
    let isMoreOpen: Bool

    init(
        _ form: FormState, _ choices: SessionChoices, _ files: [Attachment], models: [ModelChoice],
        organization: OrganizationID
    ) {
        address = organization.newSessionPath
        titleAddress = "\(address)/title"
        branchesAddress = "\(address)/branches"
        commandsPath = "/api/commands?organizationId=\(organization)"
        attachments = AttachmentField(form, files, in: organization)
        message = form.field("initialMessage", "What should be done?", as: "message")
        let known = choices.repositories.map { (choice: $0.description, words: $0.fullName) }
        let chosen = form.field("repoUrl", "Repository", isRequired: false)
        let isOther = chosen.value == Self.other
        let isListed = chosen.value.isEmpty || known.contains { $0.choice == chosen.value }
        repository =
            known.isEmpty
            ? nil
            : ChoiceField(
                isListed ? chosen : chosen.with(Self.other),
                [(choice: "", words: "No repository")] + known + [(choice: Self.other, words: "Other…")])
        let typed = form.field(
            "otherRepository", known.isEmpty ? "Repository" : "Other repository", isRequired: false,
            placeholder: "owner/name")
        otherRepository =
            isListed && !known.isEmpty || chosen.value.isEmpty
            ? typed : typed.with(isOther ? typed.value : chosen.value, error: chosen.error)
        branch = form.field(
            "baseBranch", "Branch", isRequired: false, placeholder: "Default branch",
            choices: choices.baseBranches)
        let agent = AgentFields(form, models: models, used: choices.models)
        (effort, mode) = (agent.effort, agent.mode)
        model = agent.model.adding((choice: Self.other, words: "Other…"))
        otherModel = form.field("otherModel", "Other model", as: "model", isRequired: false, placeholder: "Model name")
        environment = choices.environments.isEmpty ? nil : ChoiceField(form, choices.environments)
        isMoreOpen =
            effort.isChanged || mode.isChanged || [effort, mode].contains { $0.field.error != nil }
    }
}

extension ChoiceField {
    fileprivate init(_ form: FormState, _ environments: [EnvironmentOutline]) {
        let automatic = (choice: "", words: "Automatic")
        self.init(
            form.field("environmentId", "Environment", isRequired: false),
            [automatic] + environments.map { ($0.id.rawValue, $0.name) })
    }

    /// Whether an option other than the first, which is the usual one, is chosen.
    fileprivate var isChanged: Bool { options.first.map { !$0.isChosen } ?? false }
}

extension SubmittedForm {
    /// The form with the typed values in place of "Other…", which stays where nothing is typed.
    func readingOthers(on hosts: Set<String>) -> SubmittedForm {
        var form = self
        if ["", ComposerForm.other].contains(form["repoUrl"]) {
            let isOther = form["repoUrl"] == ComposerForm.other
            if isOther || values["repoUrl"] == nil, !(isOther && form["otherRepository"].isBlank) {
                form = form.with("repoUrl", form["otherRepository"])
            }
        }
        if form["model"] == ComposerForm.other, !form["otherModel"].isBlank {
            form = form.with("model", form["otherModel"].trimmed)
        }
        return form.readingRepository(on: hosts)
    }
}
