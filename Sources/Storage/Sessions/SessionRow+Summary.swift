import Domain
import GRDB

extension SessionRow {
    static func summary(of number: Int64, _ db: Database) throws -> SessionSummary {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(summarySelection.sql)
                FROM sessions WHERE number = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return SessionSummary() }
        return try summarySelection.columns.summary(from: row)
    }

    private static let summarySelection = Selection(SummaryColumns.init)

    private struct SummaryColumns {
        private let title: SelectedColumn
        private let titleSource: SelectedColumn
        private let status: SelectedColumn
        private let failure: SelectedColumn
        private let lastSequence: SelectedColumn
        private let messageCount: SelectedColumn
        private let textCount: SelectedColumn
        private let firstMessagePreview: SelectedColumn
        private let lastMessagePreview: SelectedColumn
        private let promptCount: SelectedColumn

        init(_ list: inout ColumnList) {
            title = list.add("title")
            titleSource = list.add("title_source")
            status = list.add("status")
            failure = list.add("failure")
            lastSequence = list.add("last_sequence")
            messageCount = list.add("message_count")
            textCount = list.add("text_count")
            firstMessagePreview = list.add("first_message_preview")
            lastMessagePreview = list.add("last_message_preview")
            promptCount = list.add("prompt_count")
        }

        func summary(from row: Row) throws -> SessionSummary {
            var summary = SessionSummary()
            summary.title = try row[title]
            summary.titleSource = try row[titleSource]
            summary.status = try row[status]
            summary.failure = try row[failure]
            summary.lastSequence = try row[lastSequence]
            summary.messageCount = try row[messageCount]
            summary.textCount = try row[textCount]
            summary.firstMessagePreview = try row[firstMessagePreview]
            summary.lastMessagePreview = try row[lastMessagePreview]
            summary.promptCount = try row[promptCount]
            return summary
        }
    }

    /// Saves the summary and indexes its title. The time of the last change never decreases, even if the clock does.
    ///
    /// - Parameter saved: the summary that the row has now.
    static func save(
        _ summary: SessionSummary, replacing saved: SessionSummary, of number: Int64, at time: Timestamp,
        _ db: Database
    ) throws {
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
        if summary.title != saved.title { try SearchIndex.indexSession(number, db) }
    }
}
