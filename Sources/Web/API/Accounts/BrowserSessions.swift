import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `GET /api/me/browser-sessions`: the browsers in which the person is signed in.
    func browserSessions(_ call: Call<BrowserSession>) async throws -> Response {
        let browser = call.identity
        let browsers = try await services.store.browserSessions.browsers(
            of: browser.user.id, at: services.clock.now())
        return .json { json in
            json.field("browserSessions") { json in
                json.array(browsers) { json, listed in
                    json.object { json in
                        json.field("id", listed.id.rawValue)
                        json.field("device", listed.device)
                        json.field("createdAt", listed.createdAt)
                        json.field("expiresAt", listed.expiresAt)
                        json.field("current", listed.id == browser.id)
                    }
                }
            }
        }
    }

    /// `DELETE /api/me/browser-sessions/{browser}` signs that browser out.
    func endBrowserSession(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.endBrowserSession(call.browserID, of: call.identity.user.id)
        return Response(status: .noContent)
    }
}

extension Services {
    /// - Throws: `DomainError.notFound` when the user has no such browser.
    func endBrowserSession(_ id: BrowserSessionID, of user: UserID) async throws {
        guard try await store.browserSessions.delete(id, of: user, as: .browserSignedOut, at: clock.now()) else {
            throw DomainError.notFound("You are not signed in as \(id).")
        }
    }
}

extension Call {
    /// The browser session that the path names.
    var browserID: BrowserSessionID { BrowserSessionID(rawValue: parameter("browser")) }
}
