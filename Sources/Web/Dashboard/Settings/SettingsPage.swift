import Domain

/// The tabs of the pages on which owners manage their organization.
enum SettingsTab: String, CaseIterable {
    case organization = "Organization"
    case members = "Members"
    case invitations = "Invitations"
    case sandbox = "Environments"
    case runners = "Runners"
    case keys = "API keys"
    case audit = "Audit log"

    func path(in organization: OrganizationID) -> String {
        switch self {
        case .organization: organization.settingsPath
        case .members: organization.membersPath
        case .invitations: organization.invitationsPath
        case .sandbox: organization.sandboxPath
        case .runners: organization.runnersPath
        case .keys: organization.keysPath
        case .audit: organization.auditPath
        }
    }
}

extension Page {
    /// A page of the settings.
    ///
    /// - Parameter title: the title if it isn't the tab's name.
    static func settings(
        _ template: String, _ tab: SettingsTab, for owner: Owner, title: String? = nil, content: Any,
        script: PageScript = .dashboard
    ) -> Page {
        let colleague = Colleague(browser: owner.browser, organization: owner.organization, role: .owner)
        return Page(
            template: template, title: title ?? tab.rawValue, content: content,
            frame: PageFrame(colleague, in: .settings), script: script)
    }
}

/// The content of `settings-head.mustache`, which is above each of the pages.
struct SettingsHead {
    let heading: String
    let tabs: [PageFrame.Link]
    let notice: String?
    let problem: String?

    /// - Parameter heading: the heading of a subpage within the tab.
    init(
        _ tab: SettingsTab, of organization: OrganizationID, heading: String? = nil, notice: String?,
        problem: String?
    ) {
        self.heading = heading ?? tab.rawValue
        tabs = SettingsTab.allCases.map {
            PageFrame.Link(name: $0.rawValue, path: $0.path(in: organization), isCurrent: $0 == tab)
        }
        self.notice = notice
        self.problem = problem
    }
}
