import Domain
import FoundationEssentials
import GRDB

/// The columns of a notification that is due.
struct PendingPushColumns {
    let number: SelectedColumn
    private let version: SelectedColumn
    private let retries: SelectedColumn
    private let kind: SelectedColumn
    private let body: SelectedColumn
    private let subscription: SelectedColumn
    private let endpoint: SelectedColumn
    private let publicKey: SelectedColumn
    private let authentication: SelectedColumn
    private let session: SelectedColumn
    private let title: SelectedColumn
    private let organization: SelectedColumn
    /// Whether the person can sign in and may see the session.
    let isAllowed: SelectedColumn

    init(_ list: inout ColumnList) {
        number = list.add("o.number")
        version = list.add("o.version")
        retries = list.add("o.retries")
        kind = list.add("o.kind")
        body = list.add("o.body")
        subscription = list.add("p.id")
        endpoint = list.add("p.endpoint")
        publicKey = list.add("p.public_key")
        authentication = list.add("p.authentication")
        session = list.add("s.id")
        title = list.add("s.title")
        organization = list.add("s.organization_id")
        isAllowed = list.add("u.disabled_at IS NULL AND (s.number IS NULL OR m.user_id IS NOT NULL)")
    }

    func push(from row: Row) throws -> PendingPush {
        try PendingPush(
            number: row[number], version: row[version], retries: row[retries], subscription: row[subscription],
            endpoint: row.endpoint(in: endpoint), publicKey: Array(row[publicKey] as Data),
            authentication: Array(row[authentication] as Data), content: content(from: row))
    }

    private func content(from row: Row) throws -> PendingPush.Content {
        guard let session = try row[self.session] as SessionID? else { return .test }
        return .news(
            try row[kind], of: session, titled: try row[title], in: try row[organization], body: try row[body])
    }
}
