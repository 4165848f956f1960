import Domain
import GRDB

/// A line of a transcript.
enum MessageRow {
    /// Distinguishes messages from lines that are details of a run.
    static let isMessage = "type IN ('user', 'assistant', 'result')"

    /// Messages, and also the marks of attempts and answers.
    private static let isShown = """
        type IN ('user', 'assistant', 'result', '\(RunAttempt.type)', '\(AnswerMark.type)')
        """

    private static func query(_ condition: String = isMessage) -> String {
        """
        SELECT \(selection.sql) FROM messages m LEFT JOIN users u ON u.id = m.author_id
        WHERE m.session_number = ?1 AND m.\(condition)

        """
    }

    /// As many messages as `limits` allows, and at least one if there is one.
    ///
    /// - Parameter hasMarks: whether the marks of attempts and answers are included.
    static func page(
        _ range: MessageRange, of number: Int64, limits: BatchLimits, hasMarks: Bool = false, _ db: Database
    ) throws -> MessagePage {
        let (condition, place) =
            switch range {
            case .after(let sequence): ("AND m.sequence > ?2 ORDER BY m.sequence LIMIT ?3", sequence)
            case .before(let sequence): ("AND m.sequence < ?2 ORDER BY m.sequence DESC LIMIT ?3", sequence)
            }
        let statement = try db.cachedStatement(sql: query(hasMarks ? isShown : isMessage) + condition)
        let rows = try Row.fetchCursor(statement, arguments: [number, place, limits.lines + 1])
        var messages: [Message] = []
        var bytes = 0
        while let row = try rows.next() {
            guard !limits.areReached(byLines: messages.count, bytes: bytes) else {
                return MessagePage(messages: messages.sorted { $0.sequence < $1.sequence }, hasMore: true)
            }
            let message = try selection.columns.message(from: row)
            messages.append(message)
            bytes += message.json.utf8.count
        }
        return MessagePage(messages: messages.sorted { $0.sequence < $1.sequence }, hasMore: false)
    }

    static func message(_ sequence: Int, of number: Int64, _ db: Database) throws -> Message? {
        let statement = try db.cachedStatement(sql: query() + "AND m.sequence = ?2")
        return try Row.fetchOne(statement, arguments: [number, sequence]).map(selection.columns.message)
    }

    /// How many messages are searched for one with text.
    private static let textDepth = 1000

    /// The text of the last message that has any; `nil` if none of the last 1,000 messages has text.
    static func lastText(of number: Int64, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql:
                "SELECT line FROM messages WHERE session_number = ? AND \(isMessage) ORDER BY sequence DESC LIMIT \(textDepth)"
        )
        let lines = try String.fetchCursor(statement, arguments: [number])
        while let line = try lines.next() {
            if let text = try TranscriptLine(json: line, number: 1).text { return text }
        }
        return nil
    }

    /// Removes a line and its search entry.
    static func remove(_ sequence: Int, of session: Int64, _ db: Database) throws {
        try SearchIndex.removeMessage(at: sequence, of: session, db)
        try db.cachedStatement(sql: "DELETE FROM messages WHERE session_number = ? AND sequence = ?")
            .execute(arguments: [session, sequence])
    }

    static func line(_ sequence: Int, of session: Int64, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql: "SELECT line FROM messages WHERE session_number = ? AND sequence = ?")
        return try String.fetchOne(statement, arguments: [session, sequence])
    }

    /// Appends an entry to a session, indexes its text and notes its event.
    ///
    /// - Throws: `DomainError.invalid` naming the line if it isn't valid JSON: parts that weren't parsed before are
    ///   checked here.
    static func append(
        _ entry: TranscriptEntry, sequence: Int, to session: Int64, _ eventLog: inout EventLog, _ db: Database
    ) throws {
        try insert(entry, sequence: sequence, of: session, in: eventLog.organization, db)
        guard entry.line.isMessage else { return }
        try SearchIndex.indexMessage(entry.line, at: sequence, of: session, db)
        eventLog.note(.messageAppended, subject: String(sequence))
    }

    private static func insert(
        _ entry: TranscriptEntry, sequence: Int, of session: Int64, in organization: OrganizationID, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO messages (session_number, sequence, type, line, author_id, organization_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        do {
            try statement.execute(arguments: [
                session, sequence, entry.line.type, entry.line.json, entry.author,
                entry.author == nil ? nil : organization, entry.createdAt,
            ])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK {
            throw DomainError.invalid(fields: [FieldError(line: entry.line.number, InvalidValue("is not valid JSON"))])
        }
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        private let sequence: SelectedColumn
        private let line: SelectedColumn
        private let createdAt: SelectedColumn
        private let author: AuthorColumns

        init(_ list: inout ColumnList) {
            sequence = list.add("m.sequence")
            line = list.add("m.line")
            createdAt = list.add("m.created_at")
            author = AuthorColumns(of: "u", &list)
        }

        func message(from row: Row) throws -> Message {
            try Message(
                sequence: row[sequence], json: row[line], author: author.authorIfAny(from: row),
                createdAt: row[createdAt])
        }
    }
}
