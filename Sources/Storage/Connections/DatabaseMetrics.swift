/// The database's metrics.
package enum DatabaseMetrics {
    static let readTimes = "lodestone_database_read_seconds"
    static let isWritable = "lodestone_database_writable"
    static let failures = "lodestone_database_failures_total"

    /// The help text of each metric, by its name.
    package static let help = [
        readTimes: "How long read transactions lasted: while one does, the write-ahead log can't begin anew.",
        isWritable: "1 while changes are stored; 0 while the disk is full or fails, or the files are gone.",
        failures: "Reads and writes of the database that the disk, or another process, made fail.",
    ]
}
