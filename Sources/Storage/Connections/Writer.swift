import Dispatch
import Domain
import GRDB
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
final class Writer: Sendable {
    private struct State {
        var waiting: [PendingChange] = []
        var isRunning = false
    }

    private let pool: DatabasePool
    private let queue = DispatchQueue(label: "lodestone.writer")
    private let state = Mutex(State())
    private let news: Bell
    private let logEnds: LogEnds

    /// - Parameters:
    ///   - news: rings after every commit that wrote to the event log.
    ///   - logEnds: knows of a commit's entries before any of its changes is answered.
    init(pool: DatabasePool, news: Bell, logEnds: LogEnds) {
        self.pool = pool
        self.news = news
        self.logEnds = logEnds
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

    private func commit(_ changes: [PendingChange]) {
        do {
            try commit(changes, answer: Self.answer)
        } catch {
            guard changes.count > 1 else { return changes.forEach { $0.fail(error) } }
            do {
                try commit(changes, answer: Self.answerInSavepoint)
            } catch {
                changes.forEach { $0.fail(error) }
            }
        }
    }

    /// Commits all the changes and answers them, or none of either.
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
        logEnds.advance(newEnds)
        for answer in answers { answer() }
        if !newEnds.isEmpty { news.ring() }
    }

    /// - Throws: when the change failed and something has to be undone.
    private static func answer(to change: PendingChange, _ db: Database) throws -> @Sendable () -> Void {
        let rowsBefore = db.totalChangesCount
        do {
            return try change.perform(db)
        } catch {
            guard db.isInsideTransaction, db.totalChangesCount == rowsBefore else { throw error }
            return { change.fail(error) }
        }
    }

    /// - Throws: when SQLite has undone the whole transaction, as it does on a full disk.
    private static func answerInSavepoint(to change: PendingChange, _ db: Database) throws -> @Sendable () -> Void {
        do {
            var answer: @Sendable () -> Void = {}
            try db.inSavepoint {
                answer = try change.perform(db)
                return .commit
            }
            return answer
        } catch {
            guard db.isInsideTransaction else { throw error }
            return { change.fail(error) }
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
