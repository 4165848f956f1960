import Domain
import GRDB

/// What the latest sessions used: of one person, or of the whole organization.
struct ChoicesQuery {
    let organization: OrganizationID
    let author: UserID?

    /// How many sessions are looked at.
    private static let depth = 100

    func run(_ db: Database) throws -> SessionChoices {
        let statement = try db.cachedStatement(
            sql: """
                SELECT repository_host, repository_owner, repository_name, base_branch, model FROM sessions
                WHERE organization_id = ?1 \(author == nil ? "" : "AND author_id = ?3")
                ORDER BY created_at DESC LIMIT ?2
                """)
        var arguments: StatementArguments = [organization, Self.depth]
        if let author { arguments += [author] }
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let repositories = try rows.compactMap { try SessionRow.repository(from: $0, at: 0) }
        return SessionChoices(
            repositories: repositories.map(\.url).withoutRepetition { $0.description.lowercased() },
            baseBranches: repositories.map(\.baseBranch.description).withoutRepetition { $0 },
            models: try rows.map { try $0[4] as String }.withoutRepetition { $0 })
    }
}

extension Array {
    /// The first of those that are the same.
    fileprivate func withoutRepetition<Key: Hashable>(_ key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
