package import Domain
import GRDB

/// The numbered log of events.
package struct EventStore: Sendable {
    let connections: Connections

    /// Signals after every commit that wrote to the log.
    package var changeSignal: ChangeSignal { connections.changeSignal }

    /// The end of the log. A reader that gets it before it reads sessions, and then follows the log from there, misses
    /// nothing.
    package func position() async throws -> Int {
        try await connections.read { try EventLog.end($0) }
    }

    /// The start of a stream for a reader that has read everything up to a position, or, for `nil`, starts now. A
    /// position that was pruned or lies after the end gives a reset to the end.
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

    /// The events after a position: as many as `limits` allows, and at least one if there is one.
    ///
    /// - Parameter now: the end of the statistics' window.
    /// - Returns: `nil` when some of them were pruned.
    package func events(
        after position: Int, of scope: EventScope, limits: BatchLimits = .events, at now: Timestamp
    ) async throws -> EventBatch? {
        try await connections.read { db in
            guard try position >= EventLog.earliestPosition(db) else { return nil }
            let subjects = EventSubjects(now: now, countedStats: connections.countedStats)
            return try EventQuery.of(scope).run(after: position, limits: limits, subjects: subjects, db) { _ in true }
        }
    }

    /// The same for several organizations at once, for a reader that is never far enough behind to miss pruned events.
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
    /// Small enough that a reader that is far behind occupies a connection for milliseconds only.
    package static let events = BatchLimits(lines: 200, bytes: 262_144)
}
