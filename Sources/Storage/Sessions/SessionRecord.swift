import Domain
import GRDB

/// A session as one transaction reads, changes and saves it.
struct SessionRecord {
    let number: Int64
    private(set) var session: Session
    let environment: EnvironmentID?
    var summary: SessionSummary
    /// Whether a person ends the session, so that no notification is needed.
    var isEndedByHand = false
    private var saved: SessionSummary

    /// - Throws: `DomainError.notFound` for an id that exists nowhere, `.forbidden` for one of another organization.
    static func fetch(_ id: SessionID, in organization: OrganizationID, _ db: Database) throws -> SessionRecord {
        let statement = try db.cachedStatement(sql: query)
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw DomainError.noSuchSession }
        let record = try SessionRecord(row)
        guard record.session.organizationID == organization else { throw DomainError.foreignSession }
        return record
    }

    private static let query = """
        SELECT \(selection.sql) \(SessionRow.tables) WHERE s.id = ?
        """

    private init(_ row: Row) throws {
        let columns = Self.selection.columns
        session = try columns.session.session(from: row)
        number = try row[columns.number]
        environment = try row[columns.environment]
        summary = try SessionSummary(
            of: session, lastSequence: row[columns.lastSequence], textCount: row[columns.textCount],
            promptCount: row[columns.promptCount])
        saved = summary
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let session: SessionColumns
        let number: SelectedColumn
        let lastSequence: SelectedColumn
        let textCount: SelectedColumn
        let promptCount: SelectedColumn
        let environment: SelectedColumn

        init(_ list: inout ColumnList) {
            session = SessionColumns(&list)
            number = list.add("s.number")
            lastSequence = list.add("s.last_sequence")
            textCount = list.add("s.text_count")
            promptCount = list.add("s.prompt_count")
            environment = list.add("s.environment_id")
        }
    }

    func outlineOfEnvironment(_ db: Database) throws -> EnvironmentOutline? {
        try environment.flatMap { try EnvironmentRow.findOutline(of: $0, in: session.organizationID, db) }
    }

    /// The session with its position in the queue, if it is queued.
    func placedSession(_ db: Database) throws -> Session {
        guard session.status == .active, session.run?.stage == .queued else { return session }
        var session = session
        session.run?.place = try RunRow.place(of: number, db)
        return session
    }

    /// Whether there is anything to save.
    var hasChanges: Bool { summary != saved }

    /// Saves the summary, and queues notifications if the session has ended. The time of the last change never
    /// decreases, even if the clock does.
    mutating func save(at time: Timestamp, _ db: Database) throws {
        summary.settlePreview()
        try SessionRow.save(summary, replacing: saved, of: number, at: time, db)
        session.update(with: summary, at: time)
        if saved.status == .active, !isEndedByHand { try tellEnd(at: time, db) }
        saved = summary
    }

    private func tellEnd(at time: Timestamp, _ db: Database) throws {
        switch summary.status {
        case .active: return
        case .completed:
            let outcome = summary.lastMessagePreview ?? "The agent has finished."
            try PushOutbox.enqueue(.finished, outcome, of: number, at: time, db)
        case .failed:
            try PushOutbox.enqueue(.failed, summary.failure ?? "The agent gave no reason.", of: number, at: time, db)
        }
    }

    /// Saves the summary and writes the event `session.updated`.
    mutating func saveAndLog(at time: Timestamp, _ db: Database) throws {
        try save(at: time, db)
        try EventLog.write(.sessionUpdated, of: session.id, in: session.organizationID, at: time, db)
    }
}
