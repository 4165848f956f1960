import CoreMetrics
import Dispatch
import FoundationEssentials
import GRDB
import Logging

/// The open database: readers that can't write, and the one writer.
///
/// One connection does every write and every checkpoint. That ends "database is locked", and keeps clear of a rare
/// corruption in SQLite 3.7.0–3.51.2 that needs one connection to commit while another checkpoints.
final class Connections: Sendable {
    /// Rings after every commit that wrote to the event log.
    let news = Bell()
    /// Rings after every commit that may have ended somebody's access.
    let endedAccess = Bell()
    /// Advances with every change of who may do what and how they are called.
    let people = Revision()
    /// Rings after every deletion of a session.
    let deletions = Bell()
    let logEnds: LogEnds
    let countedStats = CountedStats()
    let heldWorkspaces = HeldWorkspaces()
    private let readers: Readers
    private let writer: Writer

    /// - Throws: `StorageError` when the file isn't one that this version may write.
    init(
        path: String, logger: Logger, metrics: any MetricsFactory = NOOPMetricsHandler.instance,
        readLimits: ReadLimits = ReadLimits()
    ) throws {
        if FileManager.default.fileExists(atPath: path) {
            try Schema.checkOwnership(ofFileAt: path)
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            if db.configuration.readonly {
                try db.execute(sql: "PRAGMA query_only = ON")
            }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction(Schema.claim)
        try Schema.migrator.migrate(pool)
        // Here and not in prepareDatabase, after which the pool sets its writer to NORMAL.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        logEnds = LogEnds(try pool.read(EventLog.end))
        readers = Readers(
            pool: pool, limits: readLimits, times: Timer(label: DatabaseMetrics.readTimes, factory: metrics))
        writer = Writer(pool: pool, news: news, logEnds: logEnds)
        logger.info("database open", metadata: ["path": "\(path)", "sqlite": "\(Self.sqliteVersion(pool))"])
    }

    /// Runs a query on a reader, which sees everything that was answered before.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile, `DomainError.unavailable` when the query takes
    ///   longer than its kind may, or too many wait.
    func read<Value: Sendable>(
        _ kind: ReadKind = .ordinary, _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readers.read(kind, query)
    }

    /// The same for a query that reads one row, or a page by its index, however large the database. It saves changing
    /// threads.
    func readOnCallerThread<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readers.readOnCallerThread(query)
    }

    /// Runs a change as one transaction; when this returns it is on disk, and when it throws nothing of it is.
    func write<Value: Sendable>(_ change: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        defer { people.advance() }
        return try await writer.write(change)
    }

    /// The same for a change after which everybody may do what they could before, and is called as before.
    func writeContent<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await writer.write(change)
    }

    /// The same as `write` for a change that may end somebody's access, which whoever goes on using it is then told of.
    func writeEndingAccess<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let value = try await write(change)
        endedAccess.ring()
        return value
    }

    private static func sqliteVersion(_ pool: DatabasePool) -> String {
        (try? pool.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
    }
}
