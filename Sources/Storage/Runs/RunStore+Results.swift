import Crypto
package import Domain
import FoundationEssentials
import GRDB

/// The results of runs.
extension RunStore {
    /// Stores the changes of a run's workspace. Does nothing if the session was deleted.
    ///
    /// - Parameter base: the commit that the changes are relative to.
    package func save(
        _ changes: SessionChanges, since base: String, of run: RunNumber, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            guard try RunRow.exists(run.session, db) else { return }
            try Self.write(changes, since: base, of: run.session, db)
            try Self.logEvent(.runUpdated, of: run.session, at: time, db)
        }
    }

    /// - Parameter base: the commit that the changes are relative to; `nil` if none is known.
    static func write(_ changes: SessionChanges, since base: String?, of number: Int64, _ db: Database) throws {
        let count = changes.count
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO changes (session_number, files, patch, is_cut, file_count, added_lines,
                    removed_lines, base_commit, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, try changes.files.sortedJSON, Data(changes.patch), changes.isCut, count.files,
                count.addedLines, count.removedLines, base, SHA256.hash(data: changes.patch).hexadecimal,
            ])
    }

    /// Sets the note that is shown with a run; `nil` removes it. Does nothing if the session was deleted.
    package func note(_ text: String?, of run: RunNumber, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(sql: "UPDATE runs SET note = ? WHERE session_number = ?", arguments: [text, run.session])
            try Self.logEvent(.runUpdated, of: run.session, at: time, db)
        }
    }

    /// Ends the run, and its session unless a person has ended that. If people wrote more messages in the meantime, the
    /// run goes back to the queue instead.
    ///
    /// - Parameters:
    ///   - isStopped: whether a person stopped the agent.
    ///   - seen: sequence number of the last message that the run processed; a later one puts the run back in the
    ///     queue.
    ///   - note: why there is no pull request, although there could be one.
    ///   - leftOut: work that is missing from the changes.
    /// - Returns: `false` when the session is gone.
    package func finish(
        _ run: RunNumber, with outcome: RunOutcome, isStopped: Bool = false, seen: Int, note: String?,
        leftOut: [LeftOutWork] = [], at time: Timestamp
    ) async throws -> Bool {
        let list = try leftOut.sortedJSON
        return try await connections.writeContent { db in
            guard let id = try Self.session(run.session, db) else { return false }
            let isMoreSaid = try RunRow.prompts(of: run.session, db).contains { $0.sequence > seen }
            try db.execute(
                sql: "UPDATE runs SET note = ?, left_out = ?, queued_at = ? WHERE session_number = ?",
                arguments: [note, list, time, run.session])
            try Self.set(isMoreSaid ? .queued : .ended, nil, of: run.session, at: time, db)
            var record = try SessionRecord.fetch(id.session, in: id.organization, db)
            let isEnded = record.summary.status != .active
            let (mark, reason): (RunAttempt.Outcome, String?) =
                isStopped || isEnded
                ? (.stopped, record.summary.failure ?? "The session was stopped.") : outcome.mark
            try AttemptRow.mark(&record, mark, reason: reason, at: time, db)
            if isMoreSaid {
                try AttemptRow.prepare(run.session, for: .message, db)
                // The prompt at which the agent ended isn't delivered again before those that wait.
                try db.execute(
                    sql: "UPDATE runs SET answered = max(answered, min(delivered, ?)) WHERE session_number = ?",
                    arguments: [seen, run.session])
            } else if !isEnded {
                record.summary.end(with: outcome)
            }
            // The agent that asked is gone, and no other agent needs the answers.
            try RequestRow.withdrawAll(of: record.session, number: run.session, at: time, db)
            try record.saveAndLog(at: time, db)
            return true
        }
    }

    /// The stored changes from which a lost workspace can be recreated; `nil` when there are none, or the work started
    /// over since then.
    package func earlierWork(of run: RunNumber) async throws -> (base: String, patch: [UInt8], isCut: Bool)? {
        try await connections.read { db in
            let sql = """
                SELECT base_commit, patch, is_cut FROM changes WHERE session_number = ? AND base_commit IS NOT NULL
                """
            return try Row.fetchOne(db, sql: sql, arguments: [run.session]).map { row in
                (try row[0], Array(try row[1] as Data), try row[2])
            }
        }
    }

    /// The changes of a session; `nil` while they aren't known.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func changes(
        of id: SessionID, in organization: OrganizationID
    ) async throws -> (session: Session, changes: SessionChanges?) {
        try await connections.read { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            return (record.session, try Self.changes(of: record.number, db)?.changes)
        }
    }

    /// The same within a transaction, with the version: the SHA-256 of the patch.
    static func changes(of number: Int64, _ db: Database) throws -> (changes: SessionChanges, version: String)? {
        let sql = "SELECT files, patch, is_cut, version FROM changes WHERE session_number = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [number]).map { row in
            let changes = try SessionChanges(
                files: row.decodeJSON(at: 0),
                patch: Array(row[1] as Data), isCut: row[2])
            return (changes, try row[3])
        }
    }
}

extension RunOutcome {
    fileprivate var mark: (RunAttempt.Outcome, reason: String?) {
        switch self {
        case .completed: (.completed, nil)
        case .failed(let reason): (.failed, reason)
        }
    }
}
