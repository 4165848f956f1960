import Dispatch
import Domain
import GRDB
import GRDBSQLite
import Synchronization

/// Runs changes one after the other on the writing connection. Those that wait while one commit goes to disk share the
/// next, and one that fails is undone alone.
///
/// Savepoints are what undoes one of many, and they are dear: at each, FTS5 writes what it has gathered to the file. So
/// the changes run without, and only when one fails that has written something, all are undone and run once more, each
/// in a savepoint. A change must bear that: it has no effects but those on the database.
///
/// A change runs on a queue of its own rather than in the caller's task: a client that goes away must not undo what
/// others share.
///
/// It also moves the write-ahead log into the database's file, after the answers, where SQLite would do so within a
/// commit and keep to itself that a sync failed.
final class Writer: Sendable {
    private struct State {
        var waiting: [PendingChange] = []
        var isRunning = false
    }

    private let pool: DatabasePool
    private let queue = DispatchQueue(label: "lodestone.writer")
    private let state = Mutex(State())
    private let changeSignal: ChangeSignal
    private let logEnds: LogEnds
    private let health: StorageHealth
    private let logLength = WriteAheadLogLength()

    /// From how many pages in the write-ahead log on they are moved: 4 MB of them, as SQLite does unless told otherwise.
    private static let longLog = 1000

    /// - Parameters:
    ///   - changeSignal: signals after every commit that wrote to the event log.
    ///   - logEnds: knows of a commit's entries before any of its changes is answered.
    ///   - health: says whether changes can be stored, and is told what became of each.
    init(pool: DatabasePool, changeSignal: ChangeSignal, logEnds: LogEnds, health: StorageHealth) {
        self.pool = pool
        self.changeSignal = changeSignal
        self.logEnds = logEnds
        self.health = health
        pool.writeWithoutTransaction(logLength.follow)
    }

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

    /// Saves what can be saved of a database whose files are no more in their places: what stands in the write-ahead log
    /// is moved into the database's file, and a file that has taken the log's place is left there when this one ends.
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
            // Not in full, which would wait for readers.
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

    /// Commits all the changes and answers them, or none of either. Nothing is answered that went into files which are gone.
    private func commit(
        _ changes: [PendingChange], answer: (PendingChange, Database) throws -> @Sendable () -> Void
    ) throws {
        var answers: [@Sendable () -> Void] = []
        var newEnds: [OrganizationID: Int] = [:]
        try pool.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                let logged = try EventLog.end(db)
                for change in changes { answers.append(try answer(change, db)) }
                newEnds = try EventLog.ends(after: logged, db)
                return .commit
            }
        }
        try health.requireWritable()
        health.noteSuccess()
        logEnds.advance(newEnds)
        for answer in answers { answer() }
        if !newEnds.isEmpty { changeSignal.signal() }
    }

    /// - Throws: when the change failed and something has to be undone.
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

    /// - Throws: when SQLite has undone the whole transaction, as it does on a full disk.
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

/// A change that waits for the writer, and how to tell its caller what came of it.
private struct PendingChange: Sendable {
    /// Makes the change and returns what to do once it is on disk.
    let perform: @Sendable (Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void

    init<Value: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Value,
        answering continuation: CheckedContinuation<Value, any Error>
    ) {
        perform = { db in
            let value = try change(db)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
