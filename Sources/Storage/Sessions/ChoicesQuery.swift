import Domain
import GRDB

/// The repositories, branches and models of the latest sessions of an organization or of one person.
///
/// To be offered for a new session, a repository must have been cloned, so that a mistyped one isn't offered again, or
/// belong to a session on which no agent of this server works.
struct ChoicesQuery {
    let organization: OrganizationID
    var author: UserID?
    /// Whether the choices are for a new session.
    var isForNewSession = false

    /// How many sessions are searched.
    private static let depth = 100

    func run(_ db: Database) throws -> SessionChoices {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(Self.selection.sql)
                FROM sessions s \(isForNewSession ? "LEFT JOIN runs r ON r.session_number = s.number" : "")
                WHERE s.organization_id = ?1 \(author == nil ? "" : "AND s.author_id = ?3")
                    \(isForNewSession ? "AND (r.stage IS NULL OR r.base_commit IS NOT NULL)" : "")
                ORDER BY s.created_at DESC LIMIT ?2
                """)
        var arguments: StatementArguments = [organization, Self.depth]
        if let author { arguments += [author] }
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let columns = Self.selection.columns
        let repositories = try rows.compactMap { try columns.repository.repository(from: $0) }
        return SessionChoices(
            repositories: Self.distinct(repositories.map(\.url)),
            baseBranches: repositories.map(\.baseBranch.description).withoutRepetition { $0 },
            models: try rows.map { try $0[columns.model] as String }.withoutRepetition { $0 })
    }

    /// The repositories with the first occurrence of each.
    static func distinct(_ repositories: [RepositoryURL]) -> [RepositoryURL] {
        repositories.withoutRepetition { $0.description.lowercased() }
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let repository: RepositoryColumns
        let model: SelectedColumn

        init(_ list: inout ColumnList) {
            repository = RepositoryColumns(of: "s", &list)
            model = list.add("s.model")
        }
    }
}

extension Array {
    /// The elements with the first occurrence of each key.
    fileprivate func withoutRepetition<Key: Hashable>(_ key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
