import GRDBSQLite

/// The version of the SQLite library that this process uses.
package struct SQLiteVersion: CustomStringConvertible, Sendable {
    /// Such as `3.40.1`.
    package let description: String
    /// Such as 3040001.
    private let number: Int

    package static let current = SQLiteVersion(
        description: String(cString: sqlite3_libversion()), number: Int(sqlite3_libversion_number()))

    init(description: String, number: Int) {
        self.description = description
        self.number = number
    }

    /// Whether a commit during another connection's checkpoint can't damage the database. SQLite has this race from
    /// 3.7.0 on; it is fixed in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org/wal.html, "the WAL-reset bug").
    package var hasFixedWALReset: Bool {
        switch number {
        case 3_051_003...: true
        case 3_050_007..<3_051_000, 3_044_006..<3_045_000: true
        default: false
        }
    }
}
