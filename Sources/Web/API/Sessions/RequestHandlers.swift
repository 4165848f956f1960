import Domain
import Hummingbird
import Storage

/// Handlers for the requests of a session's agents, which people answer.
struct RequestHandlers: Sendable {
    let services: Services

    /// `GET /api/sessions/{id}/requests`: the requests of the session's agents, with their answers.
    func list(_ call: Call<Member>) async throws -> Response {
        let session = call.sessionID
        let requests = try await services.store.sessions.requests(of: session, in: call.identity.organization)
        return .json { json in
            json.field("requests") { json in json.array(requests) { $0.agentRequest($1, of: session) } }
        }
    }

    /// `POST /api/sessions/{id}/requests/{request}/answer`, for people only: an answer by a program in their name would
    /// make the request pointless.
    func answer(_ call: Call<Member>) async throws -> Response {
        guard case .browser(let browser) = call.identity.caller else {
            throw DomainError.peopleAnswerRequests
        }
        let (body, text) = try await call.bodyAndText(AnswerBody.self)
        let session = call.sessionID
        return try await call.performed(
            .ok, text, by: call.identity.caller, charging: services.growth.message(by: browser.user.id),
            from: services.growth
        ) { json, answered in
            json.field("request") { $0.agentRequest(answered.request, of: session) }
            json.field("session") { $0.session(answered.session) }
        } perform: { once in
            try await services.store.sessions.answer(
                call.requestID, of: session, in: call.identity.organization,
                with: body.answer, by: browser.author, at: services.clock.now(), once: once)
        }
    }
}

/// A person's answer. Whether it fits the request is checked when the request is read.
struct AnswerBody: Decodable {
    let answer: RequestAnswer

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let answer = RequestAnswer(
            answers: fields.answers("answers"), response: fields.text("response", Self.text),
            decision: fields.choice("decision", RequestAnswer.Decision.self),
            message: fields.text("message", Self.text))
        self.answer = try fields.finish(answer)
    }

    private static func text(_ text: String) throws(InvalidValue) -> String {
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        return text
    }
}
