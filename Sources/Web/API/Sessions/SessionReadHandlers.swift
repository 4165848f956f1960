import Domain
import Hummingbird
import NIOCore
import Storage

/// Handlers that read sessions: the list, and one session with its messages.
struct SessionReadHandlers: Sendable {
    let services: Services

    /// How many sessions are read and sent in a batch, at first and at most: the first byte comes soon, a reader
    /// connection is held for milliseconds, and memory stays flat however long the list and however slow the client.
    private static let batchSizes = 50...500

    /// `GET /api/sessions`, as `list-sessions` of the reference describes it: all sessions of the organization. With a
    /// filter, it lists all matching sessions; with a `limit`, one page and the cursor of the next.
    func list(_ call: Call<Member>) async throws -> Response {
        let filter = try call.sessionFilter()
        let cursor = try call.query("cursor", SessionCursor.init(_:)) ?? .start
        if let limit = try call.number("limit", in: 1...200) {
            return try await page(of: call.identity.organization, filter, after: cursor, limit: limit)
        }
        if filter == SessionFilter(), cursor == .start, let list = try await kept(of: call.identity.organization) {
            return await list.body.response(to: call.request, MediaTypes.json, cacheControl: "private, no-cache")
        }
        return try await everything(of: call.identity.organization, filter, after: cursor)
    }

    private func kept(of organization: OrganizationID) async throws -> CachedList? {
        try await services.sessionLists.list(of: organization, at: services.clock.now())
    }

    private func page(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor, limit: Int
    ) async throws -> Response {
        let (stats, found) = try await services.store.sessions.overview(
            of: organization, filter, after: cursor, limit: limit + 1, at: services.clock.now())
        let page = SessionPage(sessions: Array(found.sessions.prefix(limit)), searchLimit: found.searchLimit)
        return answer(page, stats, nextCursor: found.sessions.count > limit ? page.sessions.last?.cursor() : nil)
    }

    private func answer(_ page: SessionPage, _ stats: SessionStats, nextCursor: SessionCursor?) -> Response {
        .json { json in
            json.field("sessions") { $0.array(page.sessions) { $0.listedSession($1) } }
            json.field("stats") { $0.stats(stats) }
            json.field("nextCursor", nextCursor?.text)
            if page.searchLimit != nil { json.field("searchTruncated", true) }
        }
    }

    private func everything(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor
    ) async throws -> Response {
        let sessions = services.store.sessions
        let (stats, first) = try await sessions.overview(
            of: organization, filter, after: cursor, limit: Self.batchSizes.lowerBound, at: services.clock.now())
        guard first.sessions.count == Self.batchSizes.lowerBound else { return answer(first, stats, nextCursor: nil) }
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                var json = JSONWriter()
                json.raw(#"{"sessions":["#.utf8)
                var batch = first.sessions
                while let last = batch.last {
                    for session in batch { json.element { $0.listedSession(session) } }
                    try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                    batch = try await sessions.page(
                        of: organization, filter, after: last.cursor(),
                        limit: min(2 * batch.count, Self.batchSizes.upperBound)
                    ).sessions
                }
                json.raw("]".utf8)
                json.field("stats") { $0.stats(stats) }
                if first.searchLimit != nil { json.field("searchTruncated", true) }
                json.raw("}".utf8)
                try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                try await writer.finish(nil)
            })
    }

    /// `GET /api/sessions/{id}`: the session with its tasks and its messages, exactly as they were received. A long
    /// conversation is read and sent in batches, so that memory stays flat, up to the message that was the last when
    /// the request arrived.
    func show(_ call: Call<Member>) async throws -> Response {
        let (sessions, id, organization) = (services.store.sessions, call.sessionID, call.identity.organization)
        let detail = try await sessions.detail(of: id, in: organization)
        let wait = detail.run?.wait(for: services.runners, in: organization)
        guard let end = detail.messages.end else {
            return .json { json in
                json.reserve(detail.messages.json.count + 4096)
                json.field("session") { json in
                    json.object { json in
                        Self.writeHead(detail, wait, to: &json)
                        json.field("messages") { json in
                            json.array(CollectionOfOne(detail.messages)) { $0.raw($1.json) }
                        }
                        Self.writeTail(detail, to: &json)
                    }
                }
            }
        }
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                var json = JSONWriter()
                json.raw(#"{"session":{"#.utf8)
                Self.writeHead(detail, wait, to: &json)
                json.raw(#","messages":["#.utf8)
                json.raw(detail.messages.json)
                var next: MessagePosition? = end
                while let place = next {
                    try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                    // If the session is deleted meanwhile, the response breaks off rather than look complete.
                    let batch = try await sessions.lines(
                        of: id, in: organization, after: place, upTo: detail.lastSequence)
                    json.raw(batch.json)
                    next = batch.end
                }
                json.raw("]".utf8)
                Self.writeTail(detail, to: &json)
                json.raw("}}".utf8)
                try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                try await writer.finish(nil)
            })
    }

    private static func writeHead(_ detail: SessionDetail, _ wait: String?, to json: inout JSONWriter) {
        json.sessionFields(detail.session)
        json.field("stateReason", wait)
        if let environment = detail.environment {
            json.field("environment") { $0.environmentReference(environment) }
        }
    }

    private static func writeTail(_ detail: SessionDetail, to json: inout JSONWriter) {
        json.field("tasks") { $0.array(detail.tasks) { $0.task($1) } }
        if let run = detail.run { json.field("run") { $0.run(run, of: detail.session.id) } }
    }
}
