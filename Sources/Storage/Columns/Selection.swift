/// A query's SELECT list, and the columns that are read from its rows. Both come from one type, whose `init(_:)` adds
/// each column to the list.
///
/// A column is resolved to its position once: finding it by name in each row would cost as much as reading its value.
/// A query with few columns that is read in the function that contains it uses positions instead.
struct Selection<Columns: Sendable>: Sendable {
    /// The expressions between SELECT and FROM.
    let sql: String
    let columns: Columns

    init(_ columns: (inout ColumnList) -> Columns) {
        var list = ColumnList()
        self.columns = columns(&list)
        sql = list.sql
    }
}

/// The columns of a query in their order.
struct ColumnList {
    private(set) var sql = ""
    private var count = 0

    /// Appends a column.
    ///
    /// - Parameter expression: as SQL, with the table's name in this query: `u.name`.
    mutating func add(_ expression: String) -> SelectedColumn {
        sql += count == 0 ? expression : ", \(expression)"
        defer { count += 1 }
        return SelectedColumn(index: count)
    }
}

/// A column of a query's rows.
struct SelectedColumn: Sendable {
    /// The position in a row, from 0 on.
    let index: Int
}
