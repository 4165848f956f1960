import Domain
import GRDB

/// The columns of a pull request as it is shown.
struct PullRequestColumns {
    private let number: SelectedColumn
    private let url: SelectedColumn
    private let status: SelectedColumn
    private let mergedAt: SelectedColumn

    /// - Parameter pullRequests: what the query calls the table.
    init(of pullRequests: String, _ list: inout ColumnList) {
        number = list.add("\(pullRequests).host_number")
        url = list.add("\(pullRequests).url")
        status = list.add("\(pullRequests).status")
        mergedAt = list.add("\(pullRequests).merged_at")
    }

    /// `nil` for an outer join without a pull request.
    func pullRequest(from row: Row) throws -> PullRequest? {
        guard let number = try row[self.number] as Int? else { return nil }
        return try PullRequest(
            number: number, url: PullRequestURL(unchecked: row[url]), status: row[status], mergedAt: row[mergedAt])
    }
}
