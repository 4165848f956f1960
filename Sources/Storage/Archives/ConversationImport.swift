import Domain
import GRDB

/// The import of one conversation's lines.
struct ConversationImport {
    let id: String
    let organization: OrganizationID
    let author: UserID
    let fallback: Timestamp
    let now: Timestamp
    var batch: ImportedBatch<ConversationCheckpoint>

    mutating func add(_ lines: [LogLine], incomplete: ArchiveStore.Incomplete, _ db: Database) throws {
        let number: Int64
        if let known = try SessionRow.number(ofAgentSession: id, in: organization, db) {
            number = known
        } else {
            guard isEnough(lines) || incomplete == .isCreated && lines.contains(where: \.line.isMessage) else {
                if incomplete == .waits { batch.checkpoint.waiting += lines.map(\.waiting) }
                return
            }
            number = try makeSession(from: lines, db)
        }
        let saved = try SessionRow.summary(of: number, db)
        var summary = saved
        var cursor =
            batch.checkpoint.cursors[id] ?? ConversationCheckpoint.Cursor(end: summary.lastSequence, effect: .skipped)
        if batch.checkpoint.cursors[id] == nil { batch.tally.note(cursor.effect, after: nil) }
        let firstTime = lines.lazy.compactMap(\.line.origin.time).first
        let session = try SessionRow.fetch(number, db).id
        var quiet = EventLog(session: session, organization: organization, time: now, isDetailed: false)
        var added = 0
        var lastTime = Timestamp(milliseconds: .min)
        var turn: TurnState?
        for var line in lines.map(\.line) {
            cursor.time = line.origin.time ?? cursor.time
            if let sequence = try MessageRow.sequence(of: line, in: number, after: cursor.found, upTo: cursor.end, db) {
                cursor.found = max(cursor.found, sequence)
                continue
            }
            if let model = line.origin.model { try SessionRow.adopt(model: model, in: number, db) }
            let isPrompt = line.origin.isPrompt
            if let name = line.title, let leaf = name.leaf {
                cursor.summaries.append(ConversationCheckpoint.Cursor.Summary(text: name.text, leaf: leaf))
                line.title = nil
            }
            // A result line states the outcome more reliably than the lines before it.
            turn = line.outcome == nil ? line.turn ?? turn : nil
            if line.turn != nil { summary.resume() }
            let entry = TranscriptEntry(
                line: line, author: isPrompt ? author : nil, createdAt: cursor.time ?? firstTime ?? fallback)
            try TranscriptEntry.append([entry], to: number, &summary, &quiet, db)
            lastTime = max(lastTime, entry.createdAt)
            added += 1
        }
        try adoptSummary(of: number, &cursor, &summary, db)
        if added > 0 {
            // The logged turn has ended, with the outcome of a result line or else of the last lines.
            if let turn { summary.end(with: turn.outcome) }
            if summary.status == .active { summary.end(with: .completed) }
            try SessionRow.save(summary, replacing: saved, of: number, at: lastTime, db)
            batch.events.note(.sessionUpdated, of: session, in: organization)
            batch.tally.lines += added
            batch.tally.note(cursor.effect.withAddition, after: cursor.effect)
            cursor.effect = cursor.effect.withAddition
        }
        batch.checkpoint.cursors[id] = cursor
    }

    /// Adopts the summary that belongs to this session as its title: Claude Code's files also contain summaries of
    /// other conversations.
    private func adoptSummary(
        of number: Int64, _ cursor: inout ConversationCheckpoint.Cursor, _ summary: inout SessionSummary, _ db: Database
    ) throws {
        cursor.summaries = try cursor.summaries.filter { name in
            guard try MessageRow.sequence(ofUUID: name.leaf, in: number, db) != nil else { return true }
            summary.adopt(LineTitle(text: name.text, source: .agent, leaf: name.leaf))
            return false
        }
    }

    /// Whether the lines contain the data for a session's row, or are too many to wait for more.
    private func isEnough(_ lines: [LogLine]) -> Bool {
        BatchLimits.standard.areReached(byLines: lines.count, bytes: lines.reduce(0) { $0 + $1.line.json.utf8.count })
            || lines.contains { $0.line.isMessage } && lines.contains { $0.line.origin.time != nil }
                && lines.contains { $0.line.origin.model != nil }
    }

    private mutating func makeSession(from lines: [LogLine], _ db: Database) throws -> Int64 {
        let time = lines.lazy.compactMap(\.line.origin.time).first ?? fallback
        let model = lines.lazy.compactMap(\.line.origin.model).first
        let draft = SessionDraft(organizationID: organization, prompt: nil, repository: nil, model: model)
        let session = SessionID.make(at: time)
        let number = try SessionRow.insert(draft, SessionSummary(), id: session, author: author, at: time, db)
        try SessionRow.setAgentSession(id, of: number, db)
        batch.events.note(.sessionCreated, of: session, in: organization)
        batch.checkpoint.cursors[id] = ConversationCheckpoint.Cursor(end: 0, effect: .new)
        batch.tally.note(.new, after: nil)
        return number
    }
}
