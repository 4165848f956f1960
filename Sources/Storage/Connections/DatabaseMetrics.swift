/// What is measured of the database.
package enum DatabaseMetrics {
    static let readTimes = "lodestone_database_read_seconds"

    package static let help = [
        readTimes: "How long read transactions lasted: while one does, the write-ahead log can't begin anew."
    ]
}
