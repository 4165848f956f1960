import Domain
import GRDB

/// The columns of the repository of a session or an environment.
struct RepositoryColumns {
    private let host: SelectedColumn
    private let owner: SelectedColumn
    private let name: SelectedColumn
    private let baseBranch: SelectedColumn

    /// - Parameter table: what the query calls the table.
    init(of table: String, _ list: inout ColumnList) {
        host = list.add("\(table).repository_host")
        owner = list.add("\(table).repository_owner")
        name = list.add("\(table).repository_name")
        baseBranch = list.add("\(table).base_branch")
    }

    /// `nil` when there is no repository.
    func repository(from row: Row) throws -> Repository? {
        guard let host = try row[self.host] as String? else { return nil }
        return try Repository(
            url: RepositoryURL(host: host, owner: row[owner], name: row[name]),
            baseBranch: BranchName(unchecked: row[baseBranch]))
    }
}
