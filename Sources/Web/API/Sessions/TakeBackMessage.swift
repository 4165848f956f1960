import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `DELETE /api/sessions/{id}/messages/{sequence}` takes back a message that no agent has received, and responds
    /// with its text and files.
    func takeBackMessage(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, let role = browser.role(in: organization) else {
            throw DomainError.forbidden("Only people can take back messages: the author or an owner, signed in.")
        }
        let taken = try await services.store.sessions.takeBack(
            call.sequence, of: call.sessionID, in: organization, by: browser.user.id, as: role, at: services.clock.now()
        )
        return .json { json in
            json.field("content", taken.text)
            if !taken.attachments.isEmpty {
                json.field("attachments") { json in
                    json.array(taken.attachments) { json, id in json.object { $0.field("id", id.rawValue) } }
                }
            }
            json.field("session") { $0.session(taken.session) }
        }
    }
}

extension Call {
    /// The number of the message that the path names; 0, which no message has, if the path has no number.
    var sequence: Int { Int(parameter("sequence")) ?? 0 }
}
