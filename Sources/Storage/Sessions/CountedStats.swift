import Domain
import GRDB
import Synchronization

/// Caches each organization's statistics until the event log or the passing of time changes them.
final class CountedStats: Sendable {
    private struct Entry {
        let stats: TimedStats
        /// Number of the last log entry up to which the statistics are known to be unchanged.
        let position: Int
    }

    private static let capacity = 1000

    private let entries = Mutex(OldestFirst<OrganizationID, Entry>(capacity: CountedStats.capacity))

    /// The statistics at `now`, as the transaction sees the database.
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

    /// True only if the log proves that nothing changed. A pruned range, or a snapshot older than `position`, counts as
    /// changed.
    private static func isUnchanged(
        _ organization: OrganizationID, after position: Int, upTo end: Int, _ db: Database
    ) throws -> Bool {
        guard position <= end, try position >= EventLog.earliestPosition(db) else { return false }
        let change = try db.cachedStatement(
            sql: "SELECT 1 FROM events WHERE organization_id = ? AND number > ? AND type = 'stats.changed' LIMIT 1")
        return try Int.fetchOne(change, arguments: [organization, position]) == nil
    }
}
