import Domain
import GRDB

/// Collects the events of one transaction about one session, then writes them.
struct EventLog {
    let session: SessionID
    let organization: OrganizationID
    let time: Timestamp
    /// Whether events about single messages, tasks and requests are collected.
    let isDetailed: Bool
    private var entries: [(type: EventType, subject: String?)] = []

    init(session: SessionID, organization: OrganizationID, time: Timestamp, isDetailed: Bool = true) {
        self.session = session
        self.organization = organization
        self.time = time
        self.isDetailed = isDetailed
    }

    /// Writes events that need no collecting.
    static func write(
        _ types: EventType..., of session: SessionID, in organization: OrganizationID, at time: Timestamp,
        _ db: Database
    ) throws {
        var log = EventLog(session: session, organization: organization, time: time)
        for type in types { log.note(type) }
        try log.write(db)
    }

    /// - Parameter subject: the sequence number of a message, or the id of a task or request.
    mutating func note(_ type: EventType, subject: String? = nil) {
        guard isDetailed || subject == nil else { return }
        entries.append((type, subject))
    }

    /// One statement per row: a statement for several rows would need a statement journal, whose savepoint makes FTS5
    /// write the data that it has buffered for the whole transaction (creating a session took 247 µs of CPU in SQLite
    /// that way, and takes 93 µs).
    func write(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO events (organization_id, session_id, type, subject, created_at) VALUES (?, ?, ?, ?, ?)
                """)
        for entry in entries {
            try statement.execute(arguments: [organization, session, entry.type, entry.subject, time])
        }
    }
}

/// The first and last entries of the log.
extension EventLog {
    /// The number of the last entry, 0 before the first. Pruning doesn't reset it.
    static func end(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'events'")
        return try Int.fetchOne(statement) ?? 0
    }

    /// What a commit has added to the log.
    struct NewEntries {
        /// The last entries' numbers, of organizations with any.
        var ends: [OrganizationID: Int] = [:]
        /// The sessions that the entries are about.
        var sessions: Set<SessionID> = []
    }

    static let newEntriesQuery = """
        SELECT organization_id, session_id, number FROM events WHERE number > ? ORDER BY number
        """

    /// What was added after a position.
    static func newEntries(after position: Int, _ db: Database) throws -> NewEntries {
        var new = NewEntries()
        let rows = try Row.fetchCursor(db.cachedStatement(sql: newEntriesQuery), arguments: [position])
        while let row = try rows.next() {
            new.ends[try row[0]] = try row[2]
            new.sessions.insert(try row[1])
        }
        return new
    }

    /// The earliest position from which a reader can continue without missing an entry.
    static func earliestPosition(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT min(number) - 1 FROM events")
        return try Int.fetchOne(statement) ?? end(db)
    }
}
