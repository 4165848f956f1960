import Domain
import GRDB

/// Collects the news of one transaction about one session, and writes them.
struct EventLog {
    let session: SessionID
    let organization: OrganizationID
    let time: Timestamp
    /// Whether messages and tasks are told of one by one.
    let isDetailed: Bool
    private var entries: [(type: EventType, subject: String?)] = []

    init(session: SessionID, organization: OrganizationID, time: Timestamp, isDetailed: Bool = true) {
        self.session = session
        self.organization = organization
        self.time = time
        self.isDetailed = isDetailed
    }

    /// Writes news that need no collecting.
    static func write(
        _ types: EventType..., of session: SessionID, in organization: OrganizationID, at time: Timestamp,
        _ db: Database
    ) throws {
        var log = EventLog(session: session, organization: organization, time: time)
        for type in types { log.note(type) }
        try log.write(db)
    }

    /// - Parameter subject: of a message its sequence number, of a task or a request its id.
    mutating func note(_ type: EventType, subject: String? = nil) {
        guard isDetailed || subject == nil else { return }
        entries.append((type, subject))
    }

    /// A statement for each row: one for several would need a statement journal, whose savepoint makes FTS5 write what it
    /// has gathered for the whole transaction (a create took 247 µs of CPU in SQLite so, and takes 93).
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

/// Where the log begins and ends.
extension EventLog {
    /// The number of the last entry, which counts on when that is pruned; 0 before the first.
    static func end(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'events'")
        return try Int.fetchOne(statement) ?? 0
    }

    /// The plus keeps SQLite from walking through all entries in the order of their organizations, at every commit.
    static let endsQuery = """
        SELECT organization_id, max(number) FROM events WHERE number > ? GROUP BY +organization_id
        """

    /// The numbers of the last entries of those organizations that have any after a position.
    static func ends(after position: Int, _ db: Database) throws -> [OrganizationID: Int] {
        let rows = try Row.fetchAll(db.cachedStatement(sql: endsQuery), arguments: [position])
        return Dictionary(try rows.map { (try $0[0], try $0[1]) }) { $1 }
    }

    /// The first number from which a reader can go on without missing anything.
    static func earliestPosition(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT min(number) - 1 FROM events")
        return try Int.fetchOne(statement) ?? end(db)
    }
}
