import Domain
import Storage

/// What somebody was let in by, for those whose answer lasts: whether it still lets them in.
struct StandingAccess: Hashable, Sendable {
    private enum Credential: Hashable {
        case apiKey(APIKeyID)
        case browser(BrowserSessionID)
    }

    /// When it ends by itself.
    let expiresAt: Timestamp?
    private let credential: Credential
    private let organization: OrganizationID

    init(_ member: Member) {
        organization = member.organization
        switch member.caller {
        case .apiKey(let key):
            credential = .apiKey(key.id)
            expiresAt = key.expiresAt
        case .browser(let browser):
            credential = .browser(browser.id)
            expiresAt = browser.expiresAt
        }
    }

    func stands(in store: DataStore, at now: Timestamp) async throws -> Bool {
        switch credential {
        case .apiKey(let id):
            try await store.apiKeys.find(id)?.key.isValid(at: now) == true
        case .browser(let id):
            try await store.browserSessions.find(id, at: now)?.session.role(in: organization) != nil
        }
    }
}
