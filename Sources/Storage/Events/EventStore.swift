package import Domain
import GRDB

/// The numbered log of what happened, for those who follow it.
package struct EventStore: Sendable {
    let connections: Connections

    /// Rings after every commit that wrote to the log.
    package var changeSignal: ChangeSignal { connections.changeSignal }

    /// The end of the log. Who asks for it before reading sessions, and reads the log from there on, misses nothing.
    package func position() async throws -> Int {
        try await connections.read { try EventLog.end($0) }
    }

    /// Where somebody begins who has read everything up to a position, or begins now.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden` for the scope's session.
    package func start(after position: Int?, of scope: EventScope) async throws -> EventStart {
        try await connections.read { db in
            if let session = scope.session {
                _ = try SessionRow.number(of: session, in: scope.organization, db)
            }
            let end = try EventLog.end(db)
            guard let position else { return EventStart(position: end, end: end, isReset: false) }
            let isKnown = try (EventLog.earliestPosition(db)...end).contains(position)
            return EventStart(position: isKnown ? position : end, end: end, isReset: !isKnown)
        }
    }

    /// What happened after a position, as much as `limits` has room for, and at least one event if there is one.
    ///
    /// - Parameter now: the end of the window of the numbers.
    /// - Returns: `nil` when some of it isn't kept any more.
    package func events(
        after position: Int, of scope: EventScope, limits: BatchLimits = .events, at now: Timestamp
    ) async throws -> EventBatch? {
        try await connections.read { db in
            guard try position >= EventLog.earliestPosition(db) else { return nil }
            let subjects = EventSubjects(now: now, countedStats: connections.countedStats)
            return try EventQuery.of(scope).run(after: position, limits: limits, subjects: subjects, db) { _ in true }
        }
    }

    /// The same for several organizations at once, by a reader that is never far behind.
    package func events(
        after position: Int, of organizations: Set<OrganizationID>, limits: BatchLimits = .events, at now: Timestamp
    ) async throws -> EventBatch {
        try await connections.read { db in
            let subjects = EventSubjects(now: now, countedStats: connections.countedStats)
            return try EventQuery.ofAll.run(
                after: position, limits: limits, subjects: subjects, db, where: organizations.contains)
        }
    }
}

extension BatchLimits {
    /// Little enough that a reader who is far behind holds a connection for milliseconds.
    package static let events = BatchLimits(lines: 200, bytes: 262_144)
}
