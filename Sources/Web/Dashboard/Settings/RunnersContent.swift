import Domain

/// The content of `runners.mustache`.
struct RunnersContent {
    let head: SettingsHead
    let made: NewSecret?
    let formPath: String
    let tokenName: FormField
    let tokenLabels: FormField
    let valid: [RunnerTokenItem]
    let ended: [RunnerTokenItem]
}

extension NewSecret {
    init(_ token: RunnerToken, _ secret: SecretToken, at address: PublicAddress) {
        self.init(
            kind: "token", label: token.name, secret: secret.text,
            lead: "Save it in a file that only the runner's user can read, and start the runner:",
            command: "lodestone runner --server '\(address.url(""))' --token-file runner-token")
    }
}

struct RunnerTokenItem {
    struct Use {
        let time: ShownTime
        /// The address and the version of the runner.
        let source: String
    }

    let label: String
    /// The labels of its runners.
    let offers: [String]
    let created: ShownTime
    let used: Use?
    /// The sessions that its runners work on.
    let sessions: [PageFrame.Link]
    /// `nil` for a revoked token.
    let revokePath: String?

    init(_ listed: ListedRunnerToken, in organization: OrganizationID, at time: Timestamp) {
        let token = listed.token
        label = token.name
        offers = token.labels.sorted
        created = ShownTime(token.createdAt, now: time)
        used = token.lastUse.map { use in
            Use(
                time: ShownTime(use.at, now: time),
                source: [use.address.map { "from \($0)" }, "version \(use.version)"].compactMap(\.self)
                    .joined(separator: ", "))
        }
        sessions = listed.sessions.map {
            PageFrame.Link(name: $0.title, path: organization.path(of: $0.id), isCurrent: false)
        }
        revokePath = token.revokedAt == nil ? "\(organization.runnersPath)/\(token.id.rawValue)/revoke" : nil
    }
}
