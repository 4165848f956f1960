/// The database's metrics.
package enum DatabaseMetrics {
    static let readTimes = "lodestone_database_read_seconds"
    static let commitTimes = "lodestone_database_commit_seconds"
    static let isWritable = "lodestone_database_writable"
    static let failures = "lodestone_database_failures_total"

    /// The help text of each metric, by its name.
    package static let help = [
        readTimes: "The duration of read transactions. During one, the write-ahead log can't be reset.",
        commitTimes: "The duration of write transactions, each with the changes that waited for it.",
        isWritable: "1 while changes can be stored; 0 while the disk is full or fails, or the files are missing.",
        failures: "Database reads and writes that failed because of the disk or another process.",
    ]
}
