import CoreMetrics
import Dispatch
import Domain
import GRDB
import GRDBSQLite
import Synchronization

/// Runs changes one after the other on the writing connection. Changes that wait while a commit goes to disk share the
/// next transaction; a change that fails is rolled back alone.
///
/// Savepoints could roll back one of many changes, but they are expensive: at each, FTS5 writes its buffered data to
/// the file. So the changes first run without savepoints. Only when one fails after it has written something, all are
/// rolled back and run again, each in a savepoint. A change must allow this: it has no effects except those on the
/// database.
///
/// A change runs on the writer's queue rather than in the caller's task: a client that disconnects must not undo the
/// changes of others in the same transaction.
///
/// It also runs the checkpoints, after the callers were answered. SQLite would run them within a commit and hide a
/// failed sync.
final class Writer: Sendable {
    private struct State {
        var waiting: [PendingChange] = []
        var isRunning = false
    }

    private let pool: DatabasePool
    private let queue = DispatchQueue(label: "lodestone.writer")
    private let state = Mutex(State())
    private let changeSignal: ChangeSignal
    private let sessionSignals: SessionSignals
    private let logEnds: LogEnds
    private let health: StorageHealth
    private let commitTimes: Timer
    private let logLength = WriteAheadLogLength()

    /// Number of pages in the write-ahead log that starts a checkpoint: 4 MB, SQLite's default.
    private static let longLog = 1000

    /// - Parameters:
    ///   - changeSignal: signals after every commit that wrote to the event log.
    ///   - sessionSignals: signals likewise, for the sessions that it wrote about.
    ///   - logEnds: advanced to a commit's entries before any of its changes is answered.
    ///   - health: decides whether changes can be stored, and records the result of each.
    ///   - commitTimes: records the duration of each transaction.
    init(
        pool: DatabasePool, changeSignal: ChangeSignal, sessionSignals: SessionSignals, logEnds: LogEnds,
        health: StorageHealth, commitTimes: Timer
    ) {
        self.pool = pool
        self.changeSignal = changeSignal
        self.sessionSignals = sessionSignals
        self.logEnds = logEnds
        self.health = health
        self.commitTimes = commitTimes
        pool.writeWithoutTransaction(logLength.follow)
    }

    /// How many changes wait for the next transaction.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func write<Value: Sendable>(_ change: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let mustStart = state.withLock { state in
                state.waiting.append(PendingChange(change, answering: continuation))
                defer { state.isRunning = true }
                return !state.isRunning
            }
            if mustStart { queue.async { self.run() } }
        }
    }

    private func run() {
        while let changes = takeWaiting() {
            commit(changes)
        }
    }

    private func takeWaiting() -> [PendingChange]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// Saves as much as possible of a database whose files were removed or replaced: checkpoints the write-ahead log
    /// into the database file, and doesn't delete a file that replaced the log when this connection closes.
    func rescue() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.rescueNow()
                continuation.resume()
            }
        }
    }

    private func rescueNow() {
        try? pool.writeWithoutTransaction { db in
            var isKept: CInt = 1
            sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
            // Not a full checkpoint, which would wait for readers.
            _ = try db.checkpoint(.passive)
        }
    }

    private func commit(_ changes: [PendingChange]) {
        do {
            try health.requireWritable()
            do {
                try commit(changes, answer: answer)
            } catch  where changes.count > 1 && DatabaseFailure(error) == nil {
                try commit(changes, answer: answerInSavepoint)
            }
        } catch {
            if health.hasLostFiles { rescueNow() }
            let reason = health.noteFailure(error, isOutOfRoom: isOutOfRoom)
            for change in changes { change.fail(reason) }
        }
        shortenLog()
    }

    private func shortenLog() {
        guard logLength.pages >= Self.longLog, !health.isStopped else { return }
        do {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
        } catch {
            _ = health.noteFailure(error, isOutOfRoom: isOutOfRoom)
        }
    }

    private var isOutOfRoom: Bool { pool.writeWithoutTransaction(\.isOutOfRoom) }

    /// Commits all the changes and answers them, or does neither. If the files are gone by then, nothing is answered.
    private func commit(
        _ changes: [PendingChange], answer: (PendingChange, Database) throws -> @Sendable () -> Void
    ) throws {
        var answers: [@Sendable () -> Void] = []
        var new = EventLog.NewEntries()
        let start = ContinuousClock.now
        try pool.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                let logged = try EventLog.end(db)
                for change in changes { answers.append(try answer(change, db)) }
                new = try EventLog.newEntries(after: logged, db)
                return .commit
            }
        }
        commitTimes.recordNanoseconds(Int64((ContinuousClock.now - start) / .nanoseconds(1)))
        try health.requireWritable()
        health.noteSuccess()
        logEnds.advance(new.ends)
        for answer in answers { answer() }
        guard !new.sessions.isEmpty else { return }
        sessionSignals.signal(new.sessions)
        changeSignal.signal()
    }

    /// - Throws: when the change failed after it had written something, so that the transaction must be rolled back.
    private func answer(to change: PendingChange, _ db: Database) throws -> @Sendable () -> Void {
        let rowsBefore = db.totalChangesCount
        do {
            return try change.perform(db)
        } catch {
            guard db.isInsideTransaction, db.totalChangesCount == rowsBefore else { throw error }
            let reason = health.noteFailure(error, isOutOfRoom: db.isOutOfRoom)
            return { change.fail(reason) }
        }
    }

    /// - Throws: when SQLite has rolled back the whole transaction, as it does on a full disk.
    private func answerInSavepoint(to change: PendingChange, _ db: Database) throws -> @Sendable () -> Void {
        do {
            var answer: @Sendable () -> Void = {}
            try db.inSavepoint {
                answer = try change.perform(db)
                return .commit
            }
            return answer
        } catch {
            guard db.isInsideTransaction else { throw error }
            let reason = health.noteFailure(error, isOutOfRoom: db.isOutOfRoom)
            return { change.fail(reason) }
        }
    }
}

/// A change that waits for the writer, with the closures that answer its caller.
private struct PendingChange: Sendable {
    /// Makes the change and returns the closure that answers the caller once it is on disk.
    let perform: @Sendable (Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void

    /// Keeps the origin of the calling task for the change, which records it in the audit log.
    init<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value,
        answering continuation: CheckedContinuation<Value, any Error>
    ) {
        let origin = AuditOrigin.current
        perform = { db in
            let value = try AuditOrigin.$current.withValue(origin) { try change(db) }
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
