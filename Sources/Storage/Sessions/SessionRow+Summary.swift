import Domain
import GRDB

extension SessionRow {
    static func summary(of number: Int64, _ db: Database) throws -> SessionSummary {
        let statement = try db.cachedStatement(
            sql: """
                SELECT title, title_source, status, failure, last_sequence, message_count, text_count,
                    first_message_preview, last_message_preview, prompt_count
                FROM sessions WHERE number = ?
                """)
        var summary = SessionSummary()
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return summary }
        summary.title = try row[0]
        summary.titleSource = try row[1]
        summary.status = try row[2]
        summary.failure = try row[3]
        summary.lastSequence = try row[4]
        summary.messageCount = try row[5]
        summary.textCount = try row[6]
        summary.firstMessagePreview = try row[7]
        summary.lastMessagePreview = try row[8]
        summary.promptCount = try row[9]
        return summary
    }

    /// Saves the summary and indexes its title. The time of the last change never decreases, even if the clock does.
    ///
    /// - Parameter saved: the summary that the row has now.
    static func save(
        _ summary: SessionSummary, replacing saved: SessionSummary, of number: Int64, at time: Timestamp,
        _ db: Database
    ) throws {
        if summary.title != saved.title { try SearchIndex.reindexTitle(summary.title, of: number, db) }
        let statement = try db.cachedStatement(
            sql: """
                UPDATE sessions SET title = ?, title_source = ?, status = ?, failure = ?, last_sequence = ?,
                    message_count = ?, text_count = ?, first_message_preview = ?, last_message_preview = ?,
                    prompt_count = ?, updated_at = max(updated_at, ?)
                WHERE number = ?
                """)
        try statement.execute(arguments: [
            summary.title, summary.titleSource, summary.status, summary.failure, summary.lastSequence,
            summary.messageCount, summary.textCount, summary.firstMessagePreview, summary.lastMessagePreview,
            summary.promptCount, time,
            number,
        ])
    }
}
