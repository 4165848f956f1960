import CoreMetrics
import Disk
import Dispatch
import FoundationEssentials
import GRDB
import Logging

/// The open database: readers that can't write, and the one writer.
///
/// One connection does every write and every checkpoint. That ends "database is locked", and keeps clear of a rare
/// corruption in SQLite 3.7.0–3.51.2 that needs one connection to commit while another checkpoints.
final class Connections: Sendable {
    /// Signals after every commit that wrote to the event log.
    let changeSignal = ChangeSignal()
    let sessionSignals = SessionSignals()
    /// Signals after every commit that may have ended the access of a user, a key or a runner token.
    let endedAccess = ChangeSignal()
    /// Advances after every change that may have altered permissions or display names. Cached credentials depend on it.
    let people = Revision()
    /// Signals after every deletion of a session.
    let deletions = ChangeSignal()
    let logEnds: LogEnds
    let countedStats = CountedStats()
    let heldWorkspaces = HeldWorkspaces()
    let health: StorageHealth
    private let readers: Readers
    private let writer: Writer

    /// - Parameters:
    ///   - space: measures the free space of the file system.
    ///   - prepare: called with each connection when it is opened; tests use it to observe statements.
    /// - Throws: `StorageError` when the file isn't a database that this version may write.
    init(
        path: String, logger: Logger, metrics: any MetricsFactory = NOOPMetricsHandler.instance,
        readLimits: ReadLimits = ReadLimits(),
        space: DiskSpace = .system,
        preparing prepare: @escaping @Sendable (Database) -> Void = { _ in }
    ) throws {
        let health = StorageHealth(
            ofDatabaseAt: path, logger: logger, metrics: metrics, space: space)
        self.health = health
        if FileManager.default.fileExists(atPath: path) {
            try Schema.checkOwnership(ofFileAt: path)
        } else {
            try DatabaseFile.create(at: path)
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            prepare(db)
            if db.configuration.readonly {
                try db.execute(sql: "PRAGMA query_only = ON")
                // A connection opened after the file was replaced would read another file than the rest.
                try health.requireWritable()
            } else {
                // Statement journals then need no space in another file system.
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
            }
        }
        let pool = try DatabaseFile.open(at: path, configuration)
        logEnds = try DatabaseFile.explainingErrors(path) { LogEnds(try pool.read(EventLog.end)) }
        readers = Readers(
            pool: pool, limits: readLimits, times: Timer(label: DatabaseMetrics.readTimes, factory: metrics))
        writer = Writer(
            pool: pool, changeSignal: changeSignal, sessionSignals: sessionSignals, logEnds: logEnds, health: health,
            commitTimes: Timer(label: DatabaseMetrics.commitTimes, factory: metrics))
        health.watch(OpenFiles(ofDatabaseAt: path))
        logger.info("database open", metadata: ["path": "\(path)", "sqlite": "\(SQLiteVersion.current)"])
    }

    /// How many changes wait for the next transaction.
    var waitingWrites: Int { writer.waitingCount }

    /// Runs a query on a reader. It sees every change that was acknowledged before the call.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, `DomainError.unavailable` when the query exceeds the
    ///   time limit of its kind or the queue is full.
    func read<Value: Sendable>(
        _ kind: ReadKind = .ordinary, _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readingSafely { try await readers.read(kind, query) }
    }

    /// Like `read`, but on the caller's thread, which saves two thread changes. Only for queries that read one row, or
    /// one page by its index, at any size of the database.
    func readOnCallerThread<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readingSafely { try await readers.readOnCallerThread(query) }
    }

    /// Runs a change as one transaction: on disk when this returns, fully rolled back when it throws.
    func write<Value: Sendable>(_ change: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        defer { people.advance() }
        return try await writer.write(change)
    }

    /// Like `write`, for changes that touch neither permissions nor display names; cached credentials stay valid.
    func writeContent<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await writer.write(change)
    }

    /// Like `write`, for changes that may end the access of a user, a key or a runner token. Signals `endedAccess` after
    /// the commit, so that open streams and runners check their access again.
    func writeEndingAccess<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let value = try await write(change)
        endedAccess.signal()
        return value
    }

    /// Maintenance while the database is open, to be called once a second: retries a write after one has failed, and
    /// saves the write-ahead log when a database file was removed or replaced.
    func maintain() async {
        switch health.check() {
        case .writable: break
        case .full(_) where !health.hasRoom: break
        case .full, .failing: try? await writeContent { try $0.execute(sql: "PRAGMA user_version = 0") }
        case .stopped: if health.hasLostFiles { await writer.rescue() }
        }
    }

    private func readingSafely<Value>(_ read: () async throws -> Value) async throws -> Value {
        do {
            return try await read()
        } catch {
            throw health.noteFailedRead(error)
        }
    }
}
