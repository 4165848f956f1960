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
    /// Rings after every commit that wrote to the event log.
    let changeSignal = ChangeSignal()
    /// Rings after every commit that may have ended somebody's access.
    let endedAccess = ChangeSignal()
    /// Advances with every change of who may do what and how they are called.
    let people = Revision()
    /// Rings after every deletion of a session.
    let deletions = ChangeSignal()
    let logEnds: LogEnds
    let countedStats = CountedStats()
    let heldWorkspaces = HeldWorkspaces()
    let health: StorageHealth
    private let readers: Readers
    private let writer: Writer

    /// - Parameters:
    ///   - space: tells how much room the file system has left.
    ///   - prepare: is called with each connection as it is opened, for tests that look at what runs on it.
    /// - Throws: `StorageError` when the file isn't one that this version may write.
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
                // One that is opened later would read another file than the rest.
                try health.requireWritable()
            } else {
                // What undoes part of a change then needs no room in another file system.
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
            }
        }
        let pool = try DatabaseFile.open(at: path, configuration)
        logEnds = try DatabaseFile.explainingErrors(path) { LogEnds(try pool.read(EventLog.end)) }
        readers = Readers(
            pool: pool, limits: readLimits, times: Timer(label: DatabaseMetrics.readTimes, factory: metrics))
        writer = Writer(pool: pool, changeSignal: changeSignal, logEnds: logEnds, health: health)
        health.watch(OpenFiles(ofDatabaseAt: path))
        logger.info("database open", metadata: ["path": "\(path)", "sqlite": "\(Self.sqliteVersion(pool))"])
    }

    /// Runs a query on a reader, which sees everything that was answered before.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile, `DomainError.unavailable` when the query takes
    ///   longer than its kind may, or too many wait.
    func read<Value: Sendable>(
        _ kind: ReadKind = .ordinary, _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readingSafely { try await readers.read(kind, query) }
    }

    /// The same for a query that reads one row, or a page by its index, however large the database. It saves changing
    /// threads.
    func readOnCallerThread<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await readingSafely { try await readers.readOnCallerThread(query) }
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
        endedAccess.signal()
        return value
    }

    /// Looks after the database while it is open, once a second: tries again to write where that failed, and saves what
    /// can be saved when its files are gone.
    func lookAfter() async {
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

    private static func sqliteVersion(_ pool: DatabasePool) -> String {
        (try? pool.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
    }
}
