import Domain
import GRDB

/// What the search index has of a session besides its messages.
struct SearchedSession {
    let title: IndexedText
    /// The number of its pull request, its repository and its branch, and the word for its author.
    let facts: String

    /// - Returns: `nil` for a session or an organization that doesn't exist.
    static func fetch(_ number: Int64, _ db: Database) throws -> SearchedSession? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT o.number, s.title, s.author_id, s.repository_owner, s.repository_name, s.branch, p.host_number
                FROM sessions s JOIN organizations o ON o.id = s.organization_id
                LEFT JOIN pull_requests p ON p.number = s.pull_request
                WHERE s.number = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        let organization: Int = try row[0]
        return try SearchMark(organization: organization).map { try SearchedSession(row, $0) }
    }

    private init(_ row: Row, _ mark: SearchMark) throws {
        let (owner, name): (String?, String?) = try (row[3], row[4])
        try self.init(
            title: row[1], author: row[2], repository: owner.flatMap { owner in name.map { "\(owner)/\($0)" } },
            branch: row[5], pullRequest: row[6], mark)
    }

    /// - Parameter repository: its owner and name, separated by a slash.
    init(
        title: String, author: UserID, repository: String?, branch: String? = nil, pullRequest: Int? = nil,
        _ mark: SearchMark
    ) {
        self.title = mark.indexed(title)
        let texts = [pullRequest.map(String.init), repository, branch].compactMap(\.self)
        let known = texts.isEmpty ? nil : mark.indexed(texts.joined(separator: " "))
        facts = [known?.words, known?.parts, mark.marked(Self.word(of: author))].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The word that stands for an author; it isn't the word of any text, because it starts with a private-use
    /// character.
    static func word(of author: UserID) -> String {
        "\u{E000}\(author.rawValue.filter { $0.isLetter || $0.isNumber })"
    }
}
