import Domain
import GRDB
import Synchronization

/// Each organization's numbers as they were counted last, for as long as neither the event log nor time changes them.
final class CountedStats: Sendable {
    private struct Entry {
        let stats: TimedStats
        /// The number of the last entry of the event log that is known not to change them.
        let position: Int
    }

    private static let capacity = 1000

    private let entries = Mutex(OldestFirst<OrganizationID, Entry>(capacity: CountedStats.capacity))

    /// The numbers at one moment, which is the transaction's.
    func stats(of organization: OrganizationID, at now: Timestamp, _ db: Database) throws -> TimedStats {
        let end = try EventLog.end(db)
        if let known = entries.withLock({ $0[organization] }), known.stats.hold(at: now),
            try known.position == end || Self.isUnchanged(organization, after: known.position, upTo: end, db)
        {
            keep(Entry(stats: known.stats, position: end), of: organization)
            return known.stats
        }
        let counted = try StatsQuery.run(organization, at: now, db)
        keep(Entry(stats: counted, position: end), of: organization)
        return counted
    }

    private func keep(_ entry: Entry, of organization: OrganizationID) {
        entries.withLock { entries in
            entries[organization] = entry
        }
    }

    /// Whether the log says so; what it doesn't tell any more counts as changed, and so does what it tells to none who
    /// reads an earlier state.
    private static func isUnchanged(
        _ organization: OrganizationID, after position: Int, upTo end: Int, _ db: Database
    ) throws -> Bool {
        guard position <= end, try position >= EventLog.earliestPosition(db) else { return false }
        let change = try db.cachedStatement(
            sql: "SELECT 1 FROM events WHERE organization_id = ? AND number > ? AND type = 'stats.changed' LIMIT 1")
        return try Int.fetchOne(change, arguments: [organization, position]) == nil
    }
}
