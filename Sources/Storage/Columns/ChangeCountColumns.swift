import Domain
import GRDB

/// The columns of the size of a session's changes.
struct ChangeCountColumns {
    private let files: SelectedColumn
    private let addedLines: SelectedColumn
    private let removedLines: SelectedColumn

    /// - Parameter changes: what the query calls the table.
    init(of changes: String, _ list: inout ColumnList) {
        files = list.add("\(changes).file_count")
        addedLines = list.add("\(changes).added_lines")
        removedLines = list.add("\(changes).removed_lines")
    }

    /// `nil` for an outer join without changes.
    func count(from row: Row) throws -> ChangeCount? {
        try (row[files] as Int?).map {
            try ChangeCount(files: $0, addedLines: row[addedLines], removedLines: row[removedLines])
        }
    }
}
