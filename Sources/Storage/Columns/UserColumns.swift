import Domain
import GRDB

/// The columns of a user; the query calls the table `u`.
struct UserColumns {
    private let id: SelectedColumn
    private let name: SelectedColumn
    private let email: SelectedColumn
    private let imageURL: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("u.id")
        name = list.add("u.name")
        email = list.add("u.email")
        imageURL = list.add("u.image_url")
    }

    func user(from row: Row) throws -> User {
        try User(id: row[id], name: row[name], email: row[email], imageURL: row[imageURL])
    }
}

/// The columns of a user's account.
struct AccountColumns {
    let user: UserColumns
    let createdAt: SelectedColumn
    let disabledAt: SelectedColumn
    let hasSecondFactor: SelectedColumn

    init(_ list: inout ColumnList) {
        user = UserColumns(&list)
        createdAt = list.add("u.created_at")
        disabledAt = list.add("u.disabled_at")
        hasSecondFactor = list.add(SecondFactorRow.exists)
    }
}
