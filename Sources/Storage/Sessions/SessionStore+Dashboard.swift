package import Domain
import GRDB

extension SessionStore {
    /// A list of sessions with each view's count and the reader's unread marks, in one snapshot.
    package func overview(for request: SessionsRequest, at now: Timestamp) async throws -> SessionsOverview {
        let organization = request.organization
        let query = SessionListQuery(organization: organization, filter: request.filter, order: request.order)
        return try await connections.read(query.kind) { db in
            let unread = try UnreadSessions.ids(of: request.reader, in: organization, at: now, db)
            let waiting = try SessionListQuery.waiting(in: organization, db)
            let forYou = waiting + unread.filter { !waiting.contains($0) }
            let page: SessionPage
            let found: Int
            switch request.view {
            case .forYou, .unread:
                let sessions = try query.sessions(among: request.view == .unread ? unread : forYou, db)
                (page, found) = (SessionPage(sessions: sessions), sessions.count)
            default:
                page = try query.page(after: request.cursor, limit: request.limit, db)
                found =
                    page.sessions.count < request.limit && request.cursor == .start
                    ? page.sessions.count : try query.count(db)
            }
            var withArchived = query
            withArchived.filter.isArchived = nil
            var counts = try Self.counts(in: organization, by: request.reader, db)
            (counts[.forYou], counts[.unread]) = (forYou.count, unread.count)
            return SessionsOverview(
                page: page, counts: counts, found: found,
                foundWithArchived: found == 0 && request.filter.isArchived == false ? try withArchived.count(db) : 0,
                unread: Set(unread), choices: try ChoicesQuery(organization: organization).run(db),
                members: try MemberStore.members(of: organization, db),
                hasSessions: try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM sessions WHERE organization_id = ?)",
                    arguments: [organization]) ?? false,
                position: try EventLog.end(db))
        }
    }

    /// The search results of the palette: the sessions of a request, the repositories in use, and the members.
    package func suggestions(
        for request: SessionsRequest
    ) async throws -> (sessions: [ListedSession], repositories: [RepositoryURL], members: [OrganizationMember]) {
        let organization = request.organization
        let query = SessionListQuery(organization: organization, filter: request.filter)
        return try await connections.read(query.kind) { db in
            (
                try query.page(after: request.cursor, limit: request.limit, db).sessions,
                try ChoicesQuery(organization: organization).run(db).repositories,
                try MemberStore.members(of: organization, db)
            )
        }
    }

    private static func counts(
        in organization: OrganizationID, by reader: UserID, _ db: Database
    ) throws -> [SessionsView: Int] {
        var counts: [SessionsView: Int] = [:]
        for view in SessionsView.allCases where view != .forYou && view != .unread {
            counts[view] = try SessionListQuery(organization: organization, filter: view.filter(for: reader)).count(db)
        }
        return counts
    }

    /// The organization's statistics, and its activity on each of the last days.
    ///
    /// - Parameter days: the number of days of activity, including today.
    package func activity(
        of organization: OrganizationID, days: Int, at now: Timestamp
    ) async throws -> (stats: SessionStats, days: [DailyActivity]) {
        try await connections.read { db in
            (
                try connections.countedStats.stats(of: organization, at: now, db).stats,
                try ActivityQuery.run(organization, days: days, at: now, db)
            )
        }
    }

    /// Records that a person has seen a session in its current state.
    package func markSeen(_ session: Session, by reader: UserID) async throws {
        let (id, time) = (session.id, session.updatedAt)
        let isNoted = try await connections.readOnCallerThread { db in
            try UnreadSessions.isNoted(id, upTo: time, by: reader, db)
        }
        guard !isNoted else { return }
        try await connections.writeContent { try UnreadSessions.note(id, upTo: time, by: reader, $0) }
    }

    /// The choices for a person's new session: the branches and models that they used lately, the repositories that they
    /// and then others used, and the organization's environments.
    package func choices(of author: UserID, in organization: OrganizationID) async throws -> SessionChoices {
        try await connections.read { db in
            var query = ChoicesQuery(organization: organization, author: author, isForNewSession: true)
            var choices = try query.run(db)
            query.author = nil
            choices.repositories = ChoicesQuery.distinct(choices.repositories + (try query.run(db).repositories))
            choices.environments = try EnvironmentRow.outlines(of: organization, db)
            return choices
        }
    }

    /// A session and a part of its transcript.
    ///
    /// - Parameter context: how much before the part is included, if that has a beginning.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func excerpt(
        _ range: MessageRange, of id: SessionID, in organization: OrganizationID, limit: Int,
        context: BatchLimits? = nil
    ) async throws -> SessionExcerpt {
        try await connections.read { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            let run = try RunRow.fetch(record.number, db)
            let environments =
                try run?.stage == .ended ? EnvironmentRow.outlines(of: organization, db) : []
            var messages = try MessageRow.page(
                range, of: record.number, limits: BatchLimits(lines: limit, bytes: .max), hasMarks: true, db)
            if let context, case .after(let sequence) = range {
                let earlier = try MessageRow.page(
                    .before(min(sequence, .max - 1) + 1), of: record.number, limits: context, hasMarks: true, db)
                messages = MessagePage(
                    messages: earlier.messages + messages.messages, hasMore: messages.hasMore)
            }
            var excerpt = SessionExcerpt(
                session: try record.placedSession(db), messages: messages,
                tasks: try TaskRow.all(of: record.number, db), environment: try record.outlineOfEnvironment(db),
                environments: environments, run: run, requests: try RequestRow.pending(of: record.number, db),
                queued: try QueuedMessageRow.first(run?.pending ?? [], of: record.number, db),
                position: try EventLog.end(db))
            if let first = messages.messages.first, let last = messages.messages.last {
                excerpt.attachments = try AttachmentRow.all(
                    of: record.number, in: first.sequence...last.sequence, db
                ).map(\.sent)
            }
            return excerpt
        }
    }
}
