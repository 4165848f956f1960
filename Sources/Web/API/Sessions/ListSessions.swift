import Domain
import Hummingbird
import NIOCore
import Storage

extension SessionHandlers {
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
}

extension Call {
    /// The filter that the query describes. With any filter, `limit` or `cursor`, archived sessions are left out unless
    /// `archived` says otherwise.
    ///
    /// - Parameter isBeingTyped: whether the search text may end in the middle of a word.
    func sessionFilter(isBeingTyped: Bool = false) throws -> SessionFilter {
        var filter = SessionFilter()
        filter.status = try query("status") { text throws(InvalidValue) in try SessionStatus(choice: text) }
        filter.author = try query("author").map(UserID.init(rawValue:))
        filter.repository = try query("repository", RepositoryName.init(_:))
        if let text = try query("q"), !text.isBlank {
            filter.query = try query("q") { text throws(InvalidValue) in
                try SearchQuery(text, isBeingTyped: isBeingTyped)
            }
        }
        filter.isWaiting = try query("waiting") { text throws(InvalidValue) in
            try WaitingChoice(choice: text) == .true
        }
        let isFiltered = try filter != SessionFilter() || query("limit") != nil || query("cursor") != nil
        let archived = try query("archived") { text throws(InvalidValue) in try ArchivedChoice(choice: text) }
        filter.isArchived =
            switch archived {
            case .true: true
            case .false: false
            case .any: nil
            case nil: isFiltered ? false : nil
            }
        return filter
    }
}

private enum WaitingChoice: String, CaseIterable {
    case `true`, `false`
}

private enum ArchivedChoice: String, CaseIterable {
    case `true`, `false`, any
}
