import CoreMetrics
import Disk
import Domain
import GRDB
import Logging
import Synchronization

/// Tracks whether changes can be stored: the result of the last write, whether the database files still exist, and how
/// much space they have.
///
/// The log gets one line whenever the condition changes, not one per refused request.
package final class StorageHealth: Sendable {
    /// Free bytes below which the disk counts as full: the write-ahead log and one large change may need this much
    /// together.
    static let reserve = 8 * 1_048_576

    private struct State {
        var files: OpenFiles?
        var condition = StorageCondition.writable
        var hasLostFiles = false
    }

    private let path: String
    private let space: DiskSpace
    private let state = Mutex(State())
    private let logger: Logger
    private let isWritable: Gauge
    private let failures: [DatabaseFailure: Counter]

    init(
        ofDatabaseAt path: String, logger: Logger, metrics: any MetricsFactory,
        space: DiskSpace = .system
    ) {
        self.path = path
        self.logger = logger
        self.space = space
        isWritable = Gauge(label: DatabaseMetrics.isWritable, factory: metrics)
        isWritable.record(1)
        failures = Dictionary(
            uniqueKeysWithValues: DatabaseFailure.allCases.map { failure in
                let dimensions = [("kind", failure.rawValue)]
                return (failure, Counter(label: DatabaseMetrics.failures, dimensions: dimensions, factory: metrics))
            })
    }

    /// Whether nothing is written until the server is restarted.
    var isStopped: Bool {
        if case .stopped = state.withLock(\.condition) { true } else { false }
    }

    /// Whether a database file was removed or replaced.
    var hasLostFiles: Bool { state.withLock(\.hasLostFiles) }

    /// Whether at least the reserve is free.
    var hasRoom: Bool { space.freeBytes(path) >= Self.reserve }

    /// Checks these files from now on.
    func watch(_ files: OpenFiles) {
        state.withLock { $0.files = files }
    }

    /// Checks the files and the free space, and returns the current condition.
    package func check() -> StorageCondition {
        checkFiles()
        let free = space.freeBytes(path)
        return state.withLock { state in
            if state.condition == .writable, free < Self.reserve { return .full(reasonForFull(free)) }
            return state.condition
        }
    }

    /// - Throws: `DomainError.unavailable` when data written now would be lost.
    func requireWritable() throws {
        checkFiles()
        guard !isStopped else { throw DomainError.writingStopped }
    }

    /// Records that a change is on disk. A full disk counts as recovered only when there is more space than that change
    /// needed.
    func noteSuccess() {
        switch state.withLock(\.condition) {
        case .writable, .stopped: return
        case .full where !hasRoom: return
        case .full, .failing: set(.writable)
        }
    }

    /// Records why a change was not stored, or a checkpoint failed.
    ///
    /// - Parameter isOutOfRoom: whether the last failed write failed for lack of space.
    /// - Returns: the error for the caller.
    func noteFailure(_ error: any Error, isOutOfRoom: Bool = false) -> any Error {
        if DamagedValue.isCause(of: error) { return noteDamage(error) }
        guard let failure = count(error, isOutOfRoom: isOutOfRoom) else { return error }
        switch failure {
        case .busy: break
        case .full: set(.full(reasonForFull(space.freeBytes(path))), cause: error)
        case .unusable: set(.failing("\(path) cannot be read or written: \(error)"), cause: error)
        case .unsynced: stop("\(path) could not be written to the disk, so it is unknown what is stored: \(error)")
        }
        return failure.refusal
    }

    /// Records why a query failed. That doesn't show whether changes can be stored.
    ///
    /// - Returns: the error for the caller.
    func noteFailedRead(_ error: any Error) -> any Error {
        if DamagedValue.isCause(of: error) { return noteDamage(error) }
        guard let failure = count(error) else { return error }
        guard failure != .busy else { return DomainError.databaseBusy }
        logger.error("a read of the database failed", metadata: ["path": "\(path)", "error": "\(error)"])
        return DomainError.databaseFailed
    }

    /// Only this query fails, because other rows may be intact. GRDB's errors contain the row, which may hold secrets,
    /// so they aren't logged.
    private func noteDamage(_ error: any Error) -> DomainError {
        let reason = error is DamagedValue ? "\(error)" : "a value of the database is damaged"
        logger.error("a stored value cannot be read", metadata: ["path": "\(path)", "reason": "\(reason)"])
        return DomainError.databaseFailed
    }

    private func checkFiles() {
        guard let problem = state.withLock(\.files)?.problem else { return }
        state.withLock { $0.hasLostFiles = true }
        stop(problem)
    }

    private func count(_ error: any Error, isOutOfRoom: Bool = false) -> DatabaseFailure? {
        guard let failure = DatabaseFailure(error, isOutOfRoom: isOutOfRoom) else { return nil }
        failures[failure]?.increment()
        return failure
    }

    private func stop(_ reason: String) {
        set(.stopped("\(reason). The server has stopped writing; stop it, check its data, and start it again"))
    }

    /// If plenty of space is free, the quota of the service's user is exhausted.
    private func reasonForFull(_ free: Int) -> String {
        guard free < Self.reserve else { return "there is no space for \(path), or its owner's quota is used up" }
        return "the file system of \(path) is full; \(free / 1024) KiB are left"
    }

    private func set(_ condition: StorageCondition, cause: (any Error)? = nil) {
        let before = state.withLock { state in
            defer { if case .stopped = state.condition {} else { state.condition = condition } }
            return state.condition
        }
        if case .stopped = before { return }
        isWritable.record(condition == .writable ? 1 : 0)
        // Not logged again when only the number of free bytes has changed.
        guard Self.kind(of: before) != Self.kind(of: condition) else { return }
        guard let reason = condition.reason else { return logger.notice("changes are stored again") }
        var metadata: Logger.Metadata = ["path": "\(path)", "reason": "\(reason)"]
        if let cause { metadata["error"] = "\(String(reflecting: cause))" }
        logger.error("changes are not stored", metadata: metadata)
    }

    private static func kind(of condition: StorageCondition) -> Int {
        switch condition {
        case .writable: 0
        case .full: 1
        case .failing: 2
        case .stopped: 3
        }
    }
}
