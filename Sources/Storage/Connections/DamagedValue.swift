import GRDB

/// A stored value that the schema doesn't allow: the file was edited, or the disk damaged it.
///
/// It names the column but never the value, because it is logged.
struct DamagedValue: Error, CustomStringConvertible {
    let column: String
    let expected: String

    init(_ column: String, expected: Any.Type) {
        self.column = column
        self.expected = "\(expected)"
    }

    var description: String { "the database has no valid \(expected) in a column \(column)" }

    /// Whether a query failed because of a damaged value, reported by this module's row decoding or by GRDB's.
    static func isCause(of error: any Error) -> Bool {
        error is DamagedValue || error is RowDecodingError
    }
}
