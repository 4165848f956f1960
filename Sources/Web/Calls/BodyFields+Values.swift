import Domain

/// The fields that several bodies have.
extension BodyFields {
    /// The field `name`, of one line and up to 100 characters; `nil` when absent or wrong.
    mutating func name() -> String? {
        text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
    }

    /// The model, effort and mode that the body asks for; each is `nil` when absent or wrong.
    mutating func choices() -> AgentChoices {
        AgentChoices(
            model: text("model", AgentChoices.model),
            effort: choice("effort", AgentEffort.self), mode: choice("mode", SessionMode.self))
    }

    /// The ids of the files attached to a message, in order; empty when the field is absent or wrong.
    mutating func attachments() -> [AttachmentID] {
        let most = AttachmentLimits.images + AttachmentLimits.files
        return list("attachments") { ids throws(InvalidValue) in
            guard ids.count <= most else { throw InvalidValue("must name at most \(most) files") }
            return ids.map(AttachmentID.init(rawValue:))
        } ?? []
    }

    /// The required fields `name`, `email` and `password` of a new account; `nil` if one is missing or invalid.
    mutating func account() -> AccountDraft? {
        require("name", "email", "password")
        let name = name()
        let email = text("email", EmailAddress.init(_:))
        let password = text("password") { text throws(InvalidValue) in
            try PasswordPolicy.check(text, email: email)
            return text
        }
        guard let name, let email, let password else { return nil }
        return AccountDraft(name: name, email: email, password: password)
    }
}

extension Repository {
    /// The repository that a body's `repoUrl` and `baseBranch` name.
    ///
    /// - Parameter hosts: the hosts whose repositories are allowed.
    /// - Throws: `DomainError.invalid` for a malformed address or another host.
    init(repoURL text: String, baseBranch: BranchName?, on hosts: Set<String>) throws {
        do {
            self.init(url: try RepositoryURL(text, allowedHosts: hosts), baseBranch: baseBranch)
        } catch {
            throw DomainError.invalid(fields: [FieldError("repoUrl", error.detail)])
        }
    }
}
