import Domain
import HTTPTypes
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions/{id}/messages`: from a person, a follow-up as `{"content": "…"}`; from a program, the
    /// agent's side as one or more `stream-json` lines.
    func appendMessages(_ call: Call<Member>) async throws -> Response {
        switch call.identity.caller {
        case .browser(let browser): try await followUp(call, by: browser.user.id)
        case .apiKey(let key): try await appendTranscript(call, with: key.id)
        }
    }

    private func followUp(_ call: Call<Member>, by user: UserID) async throws -> Response {
        let (body, text) = try await call.bodyAndText(FollowUpBody.self)
        return try await appended(call, text, charging: services.growth.message(by: user)) { once in
            try await services.store.sessions.followUp(
                body.prompt, attachments: body.attachments, isUrgent: body.isUrgent, choices: body.choices,
                in: call.sessionID,
                of: call.identity.organization, by: user,
                at: services.clock.now(), once: once)
        }
    }

    private func appendTranscript(_ call: Call<Member>, with key: APIKeyID) async throws -> Response {
        guard MediaTypes.isJSONLines(call.request.headers[.contentType]) else {
            throw HTTPError(
                .unsupportedMediaType, message: "Send stream-json lines with `Content-Type: application/x-ndjson`.")
        }
        let text = try await call.bodyText(limit: BodyLimit.transcript)
        let lines = try TranscriptLines.parse(text)
        let charge = try services.growth.lines(bytes: text.utf8.count, with: key)
        return try await appended(call, text, charging: charge) { once in
            try await services.store.sessions.appendAgentLines(
                lines, to: call.sessionID, of: call.identity.organization, at: services.clock.now(), once: once)
        }
    }

    private func appended(
        _ call: Call<Member>, _ text: String, charging charge: Charge,
        append: (IdempotentRequest<AppendedMessages>?) async throws -> IdempotentResult<AppendedMessages>
    ) async throws -> Response {
        try await call.created(
            text, by: call.identity.caller, charging: charge, from: services.growth,
            render: { json, appended in
                json.field("session") { $0.session(appended.session) }
                json.field("lastSequence", appended.lastSequence)
            }, create: append)
    }
}

/// A message that a person adds to a session.
struct FollowUpBody: Decodable {
    let prompt: String
    /// Whether it interrupts the agent's current work.
    let isUrgent: Bool
    let choices: AgentChoices
    let attachments: [AttachmentID]

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("content")
        let content = fields.text("content", PlainText.prompt)
        choices = fields.choices()
        isUrgent = fields.boolean("now") ?? false
        attachments = fields.attachments()
        prompt = try fields.finish(content)
    }
}
