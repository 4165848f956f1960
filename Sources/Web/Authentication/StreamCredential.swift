import Domain
import Storage

/// The credential behind a long-lived response, such as an event stream, to check whether it still grants access.
struct StreamCredential: Hashable, Sendable {
    private enum Credential: Hashable {
        case apiKey(APIKeyID)
        case browser(BrowserSessionID)
    }

    /// When the credential expires; `nil` for never.
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

    /// Whether the credential is still valid, and its holder still belongs to the organization.
    func isValid(in store: DataStore, at now: Timestamp) async throws -> Bool {
        switch credential {
        case .apiKey(let id):
            try await store.apiKeys.find(id)?.key.isValid(at: now) == true
        case .browser(let id):
            try await store.browserSessions.find(id, at: now).map { session in
                !session.lacksSecondFactor && session.role(in: organization) != nil
            } ?? false
        }
    }
}
