import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions/{id}/retry`: another attempt at work that failed, was stopped or never reached an agent. The
    /// body may be empty.
    func retry(_ call: Call<Member>) async throws -> Response {
        let (body, text) = try await call.optionalBodyAndText(RetryBody.self)
        return try await call.created(
            text, by: call.identity.caller, charging: try services.growth.retry(by: call.identity.caller),
            from: services.growth
        ) { json, session in
            json.field("session") { $0.session(session) }
        } create: { once in
            try await services.store.sessions.retry(
                call.sessionID, of: call.identity.organization, with: body?.draft ?? RetryDraft(),
                by: call.identity.name, at: services.clock.now(), once: once)
        }
    }
}

/// The values that differ in another attempt.
struct RetryBody: Decodable {
    let draft: RetryDraft

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let draft = RetryDraft(
            baseBranch: fields.text("baseBranch", BranchName.init(_:)),
            model: fields.text("model", AgentChoices.model),
            environment: fields.text("environmentId") { text throws(InvalidValue) in
                EnvironmentID(rawValue: try PlainText.line(text, maximum: 100))
            })
        self.draft = try fields.finish(draft)
    }
}
