import Domain
import GRDB

/// A line to be appended to a session's transcript.
struct TranscriptEntry {
    let line: TranscriptLine
    /// The person who wrote it; `nil` for an agent's line.
    let author: UserID?
    let createdAt: Timestamp

    /// A person's message with its attachments, which belong to the message from then on.
    ///
    /// - Parameter sequence: the sequence number that the message will get.
    /// - Throws: `DomainError.invalid` naming attachments that can't be sent.
    static func said(
        _ line: TranscriptLine, with ids: [AttachmentID], in organization: OrganizationID, by author: UserID,
        to number: Int64, at sequence: Int, time: Timestamp, _ db: Database
    ) throws -> TranscriptEntry {
        guard !ids.isEmpty else { return TranscriptEntry(line: line, author: author, createdAt: time) }
        let attachments = try AttachmentRow.choose(ids, of: organization, by: author, at: time, db)
        for (position, attachment) in attachments.enumerated() {
            try AttachmentRow.place(attachment.id, at: position, with: sequence, of: number, db)
        }
        let full = TranscriptLine(prompt: line.text ?? "", attachments: attachments)
        return TranscriptEntry(line: full, author: author, createdAt: time)
    }

    /// Appends the entries, applies their task changes, and updates the summary. The caller saves the summary and
    /// writes the events.
    static func append(
        _ entries: [TranscriptEntry], to number: Int64, _ summary: inout SessionSummary, _ eventLog: inout EventLog,
        _ db: Database
    ) throws {
        for entry in entries {
            summary.append(entry.line)
            try MessageRow.append(entry, sequence: summary.lastSequence, to: number, &eventLog, db)
        }
        if let start = entries.last(where: { $0.line.start != nil })?.line.start {
            try AgentStartRow.save(start, of: number, db)
        }
        let changes = entries.flatMap(\.line.taskChanges)
        guard !changes.isEmpty else { return }
        let before = try TaskRow.all(of: number, db)
        var tasks = before
        for change in changes { tasks.apply(change) }
        try TaskRow.replaceAll(with: tasks, of: number, db)
        for task in tasks where !before.contains(task) {
            eventLog.note(.taskUpdated, subject: task.id)
        }
        let left = Set(tasks.map(\.id))
        for task in before where !left.contains(task.id) {
            eventLog.note(.taskRemoved, subject: task.id)
        }
    }
}
