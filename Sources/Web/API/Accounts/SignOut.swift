import Domain
import HTTPTypes
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/auth/sign-out` ends the browser's session in the database and deletes its cookie.
    func signOut(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.browserSessions.delete(call.identity.id, of: call.identity.user.id)
        var response = Response(status: .noContent)
        response.setCookie(services.noCookie)
        return response
    }

    /// `GET /api/me`: the signed-in person and their organizations.
    func me(_ call: Call<BrowserSession>) async throws -> Response {
        .json { $0.identityFields(call.identity.user, call.identity.memberships) }
    }
}
