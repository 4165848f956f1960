import GRDB

/// A stored value that isn't what the schema has there: somebody edited the file, or a disk damaged it.
///
/// It tells the column but never the value, since it goes to the log.
struct DamagedValue: Error, CustomStringConvertible {
    let column: String
    let expected: String

    init(_ column: String, expected: Any.Type) {
        self.column = column
        self.expected = "\(expected)"
    }

    var description: String { "the database holds no \(expected) in a column \(column) where there has to be one" }

    /// Whether a query failed because of what is stored, by this module's way of reading a row or by GRDB's.
    static func isCause(of error: any Error) -> Bool {
        error is DamagedValue || error is RowDecodingError
    }
}
