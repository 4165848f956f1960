import Domain
import Storage
import Web

extension ImportLines {
    /// Imports lines of Claude Code's output or its transcripts.
    func takeLog(at checkpoint: ConversationCheckpoint, with services: Services) async throws -> Output {
        guard let author else {
            throw DomainError.invalid("Transcripts don't name their author. Use --author EMAIL.")
        }
        let organization = try await services.store.accounts.resolve(organization)
        var checkpoint = checkpoint
        let waiting = try Self.waiting(in: &checkpoint)
        let (read, rejected) = Self.read(lines, &checkpoint)
        let now = services.clock.now()
        let batch = try await services.store.archives.importBatch(
            waiting + read, at: checkpoint, for: organization, author: author, orAt: fileTime ?? now,
            incomplete: isLast ? .isCreated : .waits, now: now)
        return Output(checkpoint: .log(batch.checkpoint), tally: batch.tally, rejected: rejected)
    }

    private static func waiting(in checkpoint: inout ConversationCheckpoint) throws -> [LogLine] {
        defer { checkpoint.waiting = [] }
        return try checkpoint.waiting.map { waiting in
            LogLine(
                conversation: waiting.conversation,
                line: try TranscriptLine(json: waiting.source.text, number: waiting.source.number),
                source: waiting.source)
        }
    }

    /// A line without a session id belongs to the conversation of the line before it, or, at the beginning, to the
    /// first conversation named. Files that contain only Claude Code's internal notes name none; their lines are
    /// skipped.
    private static func read(
        _ lines: [NumberedLine], _ checkpoint: inout ConversationCheckpoint
    ) -> (lines: [LogLine], rejected: [RejectedLine]) {
        var read: [(line: TranscriptLine, source: NumberedLine)] = []
        var rejected: [RejectedLine] = []
        let lines = checkpoint.nameless + lines
        checkpoint.nameless = []
        for source in lines {
            do throws(InvalidValue) {
                read.append((try TranscriptLine(json: source.text, number: source.number), source))
            } catch {
                rejected.append(RejectedLine(number: source.number, reason: error.detail))
            }
        }
        var conversation = checkpoint.conversation ?? read.lazy.compactMap(\.line.origin.sessionID).first
        defer { checkpoint.conversation = conversation }
        var logLines: [LogLine] = []
        for (line, source) in read {
            conversation = line.origin.sessionID ?? conversation
            if let conversation {
                logLines.append(LogLine(conversation: conversation, line: line, source: source))
            } else if line.isMessage {
                let reason = "has no session ID, and neither has a line before it"
                rejected.append(RejectedLine(number: source.number, reason: reason))
            } else if checkpoint.nameless.count < 1000 {
                checkpoint.nameless.append(source)
            }
        }
        return (logLines, rejected.sorted { $0.number < $1.number })
    }
}
