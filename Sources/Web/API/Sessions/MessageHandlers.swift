import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Handlers for the messages of a session, and for the slash commands that a message may begin with.
struct MessageHandlers: Sendable {
    private static let defaultPageSize = 100
    private static let maximumPageSize = 200

    let services: Services

    /// `GET /api/sessions/{id}/messages?after&before&limit`: a page of the transcript, by default the first.
    func list(_ call: Call<Member>) async throws -> Response {
        let after = try call.number("after", in: 0...Int.max)
        let before = try call.number("before", in: 1...Int.max)
        guard after == nil || before == nil else {
            throw DomainError.oneDirectionOnly
        }
        let limit = try call.number("limit", in: 1...Self.maximumPageSize) ?? Self.defaultPageSize
        let page = try await services.store.sessions.messages(
            before.map(MessageRange.before) ?? .after(after ?? 0), of: call.sessionID,
            in: call.identity.organization, limit: limit)
        return .json { json in
            json.field("messages") { $0.array(page.messages) { $0.placedMessage($1) } }
            json.field("hasMore", page.hasMore)
        }
    }

    /// `POST /api/sessions/{id}/messages`: from a person, a follow-up as `{"content": "…"}`; from a program, the
    /// agent's side as one or more `stream-json` lines.
    func append(_ call: Call<Member>) async throws -> Response {
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
            throw HTTPError.notJSONLines
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

    /// `DELETE /api/sessions/{id}/messages/{sequence}` takes back a message that no agent has received, and responds
    /// with its text and files.
    func withdraw(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, let role = browser.role(in: organization) else {
            throw DomainError.peopleWithdrawMessages
        }
        let withdrawn = try await services.store.sessions.withdraw(
            call.sequence, of: call.sessionID, in: organization, by: browser.user.id, as: role, at: services.clock.now()
        )
        return .json { json in
            json.field("content", withdrawn.text)
            if !withdrawn.attachments.isEmpty {
                json.field("attachments") { json in
                    json.array(withdrawn.attachments) { json, id in json.object { $0.field("id", id.rawValue) } }
                }
            }
            json.field("session") { $0.session(withdrawn.session) }
        }
    }

    /// `GET /api/sessions/{id}/commands`: the slash commands that a message may begin with.
    func listCommands(_ call: Call<Member>) async throws -> Response {
        .commands(try await services.store.sessions.commands(of: call.sessionID, in: call.identity.organization))
    }

    /// `GET /api/commands?repoUrl=…`: the same for a session that is yet to be created.
    func listRepositoryCommands(_ call: Call<Member>) async throws -> Response {
        let hosts = services.configuration.repositoryHosts
        let url = try call.query("repoUrl") { text throws(InvalidValue) in
            try RepositoryURL(text, allowedHosts: hosts)
        }
        guard let url else { throw DomainError.noRepositoryNamed }
        return .commands(try await services.store.sessions.commands(for: url, in: call.identity.organization))
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

extension Response {
    fileprivate static func commands(_ names: [String]) -> Response {
        .json { json in
            json.field("commands") { json in json.array(names) { json, name in json.object { $0.field("name", name) } }
            }
        }
    }
}
