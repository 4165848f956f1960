import Domain
import GRDB

/// A deleted session whose transcript isn't completely removed yet.
enum DeletedSessionRow {
    /// How many lines are read at once.
    private static let chunk = 100

    /// Deletes a session's row with its dependent rows, and its first lines. `removeNext` removes the others.
    static func delete(
        _ number: Int64, _ id: SessionID, of organization: OrganizationID, limits: DeletionLimits, _ db: Database
    ) throws {
        try SearchIndex.removeTitle(of: number, db)
        try db.execute(sql: "DELETE FROM sessions WHERE number = ?", arguments: [number])
        guard try !removeLines(of: number, limits, db).isLast else { return }
        try db.execute(
            sql: "INSERT INTO deleted_sessions (number, id, organization_id) VALUES (?, ?, ?)",
            arguments: [number, id, organization])
    }

    static func isAnyThere(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM deleted_sessions)") ?? false
    }

    /// Removes more lines of one deleted session, if there are any.
    static func removeNext(at time: Timestamp, limits: DeletionLimits, _ db: Database) throws {
        let sql = "SELECT number, id, organization_id FROM deleted_sessions ORDER BY number LIMIT 1"
        guard let row = try Row.fetchOne(db, sql: sql) else { return }
        let number: Int64 = try row[0]
        let removed = try removeLines(of: number, limits, db)
        if removed.isLast {
            try db.execute(sql: "DELETE FROM deleted_sessions WHERE number = ?", arguments: [number])
        }
        // Lines of people counted in the statistics until now.
        if removed.hasPeoples {
            try EventLog.write(.statsChanged, of: row[1], in: row[2], at: time, db)
        }
    }

    /// Removes attached files first, then lines with their search entries, people's lines before the agent's.
    ///
    /// - Returns: whether nothing is left, and whether any of the removed lines was a person's.
    private static func removeLines(
        of number: Int64, _ limits: DeletionLimits, _ db: Database
    ) throws -> (isLast: Bool, hasPeoples: Bool) {
        let end = ContinuousClock.now + limits.time
        var count = 0
        var hasPeoples = false
        while try AttachmentRow.removeNext(of: number, db) {
            count += 1
            guard count < limits.lines, ContinuousClock.now < end else { return (false, hasPeoples) }
        }
        for byPeople in [true, false] {
            let next = try db.cachedStatement(
                sql: """
                    SELECT sequence FROM messages
                    WHERE session_number = ? \(byPeople ? "AND author_id IS NOT NULL" : "")
                    ORDER BY sequence LIMIT \(chunk)
                    """)
            while case let sequences = try Int.fetchAll(next, arguments: [number]), !sequences.isEmpty {
                for sequence in sequences {
                    guard count < limits.lines, count == 0 || ContinuousClock.now < end else {
                        return (false, hasPeoples)
                    }
                    try MessageRow.remove(sequence, of: number, db)
                    count += 1
                    hasPeoples = hasPeoples || byPeople
                }
            }
        }
        return (true, hasPeoples)
    }
}
