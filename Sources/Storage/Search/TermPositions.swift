import Domain
import GRDB

/// The positions of a term, from the newest session back, up to a limit.
struct TermPositions {
    /// The newest message with the term, for each session; 0 in titles.
    private(set) var sequences: [Int64: Int] = [:]
    /// Whether older sessions may have the term too.
    private(set) var isCut = false

    private static let maximumSessions = 1000
    /// How many rows are read at once; the rest of the last session's rows is then skipped.
    private static let chunk = 1000
    private static let maximumChunks = 20

    /// - Parameter expression: an FTS5 expression.
    init(of expression: String, in part: SearchIndex.Part, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT rowid FROM \(part.rawValue) WHERE \(part.rawValue) MATCH ? AND rowid <= ?
                ORDER BY rowid DESC LIMIT \(Self.chunk)
                """)
        var end = Int64.max
        for _ in 0..<Self.maximumChunks {
            let places = try Int64.fetchAll(statement, arguments: [expression, end]).map(SearchPosition.init(rowID:))
            for place in places where sequences[place.session] == nil { sequences[place.session] = place.sequence }
            guard let last = places.last, places.count == Self.chunk else { return }
            guard sequences.count < Self.maximumSessions else { break }
            end = SearchPosition(last.session, 0).rowID - 1
        }
        isCut = true
    }

    /// The newest position in one session; `nil` when there is none.
    static func sequence(
        of expression: String, in part: SearchIndex.Part, session: Int64, _ db: Database
    ) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT rowid FROM \(part.rawValue) WHERE \(part.rawValue) MATCH ? AND rowid BETWEEN ? AND ?
                ORDER BY rowid DESC LIMIT 1
                """)
        let places = SearchPosition.all(of: session)
        return try Int64.fetchOne(statement, arguments: [expression, places.lowerBound, places.upperBound])
            .map { SearchPosition(rowID: $0).sequence }
    }
}
