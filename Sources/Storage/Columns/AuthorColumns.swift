import Domain
import GRDB

/// The columns of a person whose name and picture are shown.
struct AuthorColumns {
    private let id: SelectedColumn
    private let name: SelectedColumn
    private let imageURL: SelectedColumn

    /// - Parameter users: what the query calls the table.
    init(of users: String, _ list: inout ColumnList) {
        id = list.add("\(users).id")
        name = list.add("\(users).name")
        imageURL = list.add("\(users).image_url")
    }

    /// The person of an inner join.
    func author(from row: Row) throws -> Author {
        try Author(id: row[id], name: row[name], imageURL: row[imageURL])
    }

    /// The person of an outer join; `nil` when there is none.
    func authorIfAny(from row: Row) throws -> Author? {
        try (row[id] as UserID?).map { try Author(id: $0, name: row[name], imageURL: row[imageURL]) }
    }
}
