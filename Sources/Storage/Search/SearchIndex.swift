import Domain
import GRDB

/// Keeps the search index in sync with sessions and messages; `SessionSearch` searches it.
enum SearchIndex {
    /// The two indexes that can be searched.
    enum Part: String {
        case titles = "title_search"
        case messages = "message_search"

        /// The table of the words of this index.
        var words: String {
            switch self {
            case .titles: "title_words"
            case .messages: "message_words"
            }
        }
    }

    /// Brings the index entry of a session up to date.
    static func indexSession(_ number: Int64, _ db: Database) throws {
        guard let session = try SearchedSession.fetch(number, db) else { return }
        try index(session, of: number, db)
    }

    /// - Parameter isNew: whether the session has no entry yet.
    static func index(_ session: SearchedSession, of number: Int64, isNew: Bool = false, _ db: Database) throws {
        let insertion = isNew ? "INSERT" : "INSERT OR REPLACE"
        try db.cachedStatement(sql: "\(insertion) INTO title_search (rowid, words, parts, facts) VALUES (?, ?, ?, ?)")
            .execute(arguments: [
                SearchPosition(number, 0).rowID, session.title.words, session.title.parts, session.facts,
            ])
    }

    /// Indexes a new message that has text, unless its sequence number is beyond what a row id can encode.
    static func indexMessage(_ line: TranscriptLine, at sequence: Int, of session: Int64, _ db: Database) throws {
        guard let text = line.text, sequence <= SearchPosition.maximumSequence,
            let indexed = try mark(ofSession: session, db)?.indexed(text)
        else { return }
        try db.cachedStatement(
            sql: "INSERT INTO message_search (rowid, words, parts, beginning) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            SearchPosition(session, sequence).rowID, indexed.words, indexed.parts, SearchedText.kept(text, of: line),
        ])
    }

    /// Brings the index entry of a message up to date, whether or not it exists.
    static func reindexMessage(_ line: TranscriptLine, at sequence: Int, of session: Int64, _ db: Database) throws {
        guard sequence <= SearchPosition.maximumSequence else { return }
        let place = SearchPosition(session, sequence).rowID
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT words, parts FROM message_search WHERE rowid = ?"), arguments: [place])
        let text = try line.text.flatMap { try mark(ofSession: session, db)?.indexed($0) }
        if let known, let text, try known[0] == text.words, try known[1] == text.parts { return }
        if known != nil { try removeMessage(at: sequence, of: session, db) }
        try indexMessage(line, at: sequence, of: session, db)
    }

    static func removeTitle(of session: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM title_search WHERE rowid = ?")
            .execute(arguments: [SearchPosition(session, 0).rowID])
    }

    static func removeMessage(at sequence: Int, of session: Int64, _ db: Database) throws {
        guard sequence <= SearchPosition.maximumSequence else { return }
        try db.cachedStatement(sql: "DELETE FROM message_search WHERE rowid = ?")
            .execute(arguments: [SearchPosition(session, sequence).rowID])
    }

    /// - Returns: `nil` for an organization that doesn't exist.
    static func mark(of organization: OrganizationID, _ db: Database) throws -> SearchMark? {
        let statement = try db.cachedStatement(sql: "SELECT number FROM organizations WHERE id = ?")
        return try Int.fetchOne(statement, arguments: [organization]).flatMap(SearchMark.init(organization:))
    }

    private static func mark(ofSession session: Int64, _ db: Database) throws -> SearchMark? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT o.number FROM sessions s JOIN organizations o ON o.id = s.organization_id WHERE s.number = ?
                """)
        return try Int.fetchOne(statement, arguments: [session]).flatMap(SearchMark.init(organization:))
    }
}

/// The position of an indexed text, encoded in the row id of the index. A session's rows are contiguous, and the newest
/// session's come last.
struct SearchPosition {
    static let maximumSequence = (1 << 24) - 1
    private static let bits: Int64 = 24

    let session: Int64
    /// The message's sequence number; 0 for the title.
    let sequence: Int

    init(_ session: Int64, _ sequence: Int) {
        self.session = session
        self.sequence = sequence
    }

    init(rowID: Int64) {
        self.init(rowID >> Self.bits, Int(rowID & Int64(Self.maximumSequence)))
    }

    var rowID: Int64 { session << Self.bits | Int64(sequence) }

    static func all(of session: Int64) -> ClosedRange<Int64> {
        SearchPosition(session, 0).rowID...SearchPosition(session, maximumSequence).rowID
    }
}
