import Domain

/// The header of a page: the signed-in person and the navigation.
struct PageFrame {
    /// A main page of an organization in the navigation.
    enum Section: String, CaseIterable {
        case sessions = "Sessions"
        case settings = "Settings"
    }

    struct Link {
        let name: String
        let path: String
        let isCurrent: Bool
    }

    let person: String
    let picture: String?
    let initials: String
    let organization: String?
    let links: [Link]
    /// The address that the search field submits to; `nil` on the list, which has its own search field.
    let searchPath: String?
    let newSession: String?
    let themes = ThemeChoice.all
    /// The person's other organizations.
    let others: [Link]

    /// The frame of an organization's page.
    init(_ colleague: Colleague, in section: Section?) {
        self.init(colleague.browser, at: colleague, in: section)
    }

    /// The frame of a page about the person. Its navigation is that of the organization that the start page redirects
    /// to.
    init(_ browser: BrowserSession) {
        self.init(
            browser,
            at: browser.memberships.first.map {
                Colleague(browser: browser, organization: $0.organization.id, role: $0.role)
            }, in: nil)
    }

    private init(_ browser: BrowserSession, at colleague: Colleague?, in section: Section?) {
        person = browser.user.name
        picture = browser.user.imageURL
        initials = browser.user.name.initials
        organization = browser.memberships.first { $0.organization.id == colleague?.organization }?.organization.name
        let sections: [Section] = colleague?.role == .owner ? Section.allCases : [.sessions]
        links = sections.compactMap { item in
            guard let colleague else { return nil }
            let path = item == .sessions ? colleague.organization.sessionsPath : colleague.organization.settingsPath
            return Link(name: item.rawValue, path: path, isCurrent: item == section)
        }
        searchPath = section == .sessions ? nil : colleague?.organization.sessionsPath
        newSession = colleague?.organization.newSessionPath
        others = browser.memberships.filter { $0.organization.id != colleague?.organization }.map { membership in
            Link(name: membership.organization.name, path: membership.organization.id.sessionsPath, isCurrent: false)
        }
    }
}

extension String {
    /// The first letters of the first and last word of a name, shown if a person has no picture.
    var initials: String {
        let words = split(separator: " ")
        let ends = words.count > 1 ? [words.first, words.last] : [words.first]
        return ends.compactMap { $0?.first }.map { $0.uppercased() }.joined()
    }
}
