import Domain
import HTTPTypes
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions/{id}/messages`: from a person a follow-up, `{"content": "…"}`; from a program the agent's
    /// side, one `stream-json` line or many.
    func appendMessages(_ call: Call<Member>) async throws -> Response {
        let (session, lastSequence) =
            switch call.identity.caller {
            case .browser(let browser): try await followUp(call, by: browser.user.id)
            case .apiKey: try await appendTranscript(call)
            }
        return .json(.created) { json in
            json.field("session") { $0.session(session) }
            json.field("lastSequence", lastSequence)
        }
    }

    private func followUp(_ call: Call<Member>, by user: UserID) async throws -> (Session, Int) {
        let prompt = try await call.body(FollowUpBody.self).prompt
        return try await services.store.sessions.followUp(
            prompt, in: call.sessionID, of: call.identity.organization, by: user, at: services.clock.now())
    }

    private func appendTranscript(_ call: Call<Member>) async throws -> (Session, Int) {
        guard MediaTypes.isJSONLines(call.request.headers[.contentType]) else {
            throw HTTPError(
                .unsupportedMediaType, message: "Send stream-json lines with `Content-Type: application/x-ndjson`.")
        }
        let lines = try TranscriptLines.parse(try await call.bodyText(limit: BodyLimit.transcript))
        return try await services.store.sessions.appendAgentLines(
            lines, to: call.sessionID, of: call.identity.organization, at: services.clock.now())
    }
}

private struct FollowUpBody: Decodable {
    let prompt: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("content")
        let content = fields.text("content", PlainText.prompt)
        prompt = try fields.finish(content)
    }
}
