import Domain
import Hummingbird
import Storage

/// Handlers for the signed-in person's own account.
struct AccountHandlers: Sendable {
    let services: Services

    /// `GET /api/me`: the signed-in person and their organizations.
    func me(_ call: Call<BrowserSession>) async throws -> Response {
        .json { $0.identityFields(call.identity.user, call.identity.memberships) }
    }

    /// `PATCH /api/me` with `{name?, imageUrl?}`; an empty `imageUrl` removes the picture.
    func editProfile(_ call: Call<BrowserSession>) async throws -> Response {
        let edit = try await call.body(EditProfileBody.self).edit
        let user = try await services.store.accounts.apply(
            edit, to: call.identity.user.id, at: services.clock.now())
        return .json { $0.identityFields(user, call.identity.memberships) }
    }

    /// `POST /api/me/password` with `{current, new}` changes the password and signs out the person's other browsers.
    func changePassword(_ call: Call<BrowserSession>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let token = try await services.accounts.changePassword(
            call.body(ChangePasswordBody.self), in: call.identity, by: visitor)
        return services.cookies.renew(token, Response(status: .noContent))
    }

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
                        json.field("lastUsedAt", listed.lastUsedAt)
                        json.field("lastAddress", listed.lastAddress)
                        json.field("expiresAt", listed.expiresAt)
                        json.field("current", listed.id == browser.id)
                    }
                }
            }
        }
    }

    /// `DELETE /api/me/browser-sessions/{browser}` signs that browser out.
    func endBrowserSession(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.accounts.endBrowserSession(call.browserID, of: call.identity.user.id)
        return Response(status: .noContent)
    }
}

struct EditProfileBody: Decodable {
    let edit: ProfileEdit

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let name = fields.name()
        edit = ProfileEdit(name: name, image: fields.text("imageUrl", ProfileImage.init(_:)))
        try fields.finish()
    }
}

struct ChangePasswordBody: Decodable {
    let current: String
    let new: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("current", "new")
        let givenCurrent = fields.text("current", PasswordPolicy.presented)
        let givenNew = fields.text("new")
        (current, new) = try fields.finish(givenCurrent, givenNew)
    }
}
