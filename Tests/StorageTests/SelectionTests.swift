import Domain
import GRDB
import Testing

@testable import Storage

/// Columns that other columns are made of.
struct SelectionTests {
    private struct Columns {
        let first: SelectedColumn
        let author: AuthorColumns
        let nobody: AuthorColumns
        let last: SelectedColumn

        init(_ list: inout ColumnList) {
            first = list.add("1 + 1")
            author = AuthorColumns(of: "u", &list)
            nobody = AuthorColumns(of: "n", &list)
            last = list.add("'last'")
        }
    }

    @Test func eachColumnIsReadFromWhereItIsSelected() throws {
        let selection = Selection(Columns.init)
        #expect(selection.sql == "1 + 1, u.id, u.name, u.image_url, n.id, n.name, n.image_url, 'last'")
        let row = try #require(
            try DatabaseQueue().read { db in
                try Row.fetchOne(
                    db,
                    sql: """
                        WITH u (id, name, image_url) AS (SELECT 'user_1', 'Ada', NULL)
                        SELECT \(selection.sql) FROM u LEFT JOIN u n ON n.id = 'user_2'
                        """)
            })
        let columns = selection.columns
        #expect(try row[columns.first] == 2)
        #expect(try columns.author.author(from: row).name == "Ada")
        #expect(try columns.nobody.authorIfAny(from: row) == nil)
        #expect(try row[columns.last] == "last")
        #expect(throws: DamagedValue.self) { try columns.nobody.author(from: row) }
    }
}
