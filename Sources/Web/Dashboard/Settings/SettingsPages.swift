import Domain
import Hummingbird

/// The pages on which owners manage their organization.
struct SettingsPages: Sendable {
    let services: Services

    enum Tab: String, CaseIterable {
        case organization = "Organization"
        case members = "Members"
        case invitations = "Invitations"
        case sandbox = "Environments"
        case keys = "API keys"

        func path(in organization: OrganizationID) -> String {
            switch self {
            case .organization: organization.settingsPath
            case .members: organization.membersPath
            case .invitations: organization.invitationsPath
            case .sandbox: organization.sandboxPath
            case .keys: organization.keysPath
            }
        }
    }

    func page(
        _ template: String, _ tab: Tab, for owner: Owner, title: String? = nil, content: Any,
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
        _ tab: SettingsPages.Tab, of organization: OrganizationID, heading: String? = nil, notice: String?,
        problem: String?
    ) {
        self.heading = heading ?? tab.rawValue
        tabs = SettingsPages.Tab.allCases.map {
            PageFrame.Link(name: $0.rawValue, path: $0.path(in: organization), isCurrent: $0 == tab)
        }
        self.notice = notice
        self.problem = problem
    }
}
