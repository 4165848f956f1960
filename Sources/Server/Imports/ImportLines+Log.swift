import Domain
import Storage
import Web

extension ImportLines {
    /// Takes lines of Claude Code's output or of the transcripts that it keeps.
    func takeLog(at place: LogPlace, with services: Services) async throws -> Output {
        guard let author else {
            throw DomainError.invalid("Claude Code's files don't tell whose they are: say it with --author EMAIL.")
        }
        let organization = try await services.store.accounts.resolve(organization)
        var place = place
        let waiting = try Self.waiting(in: &place)
        let (read, rejected) = Self.read(lines, &place)
        let now = services.clock.now()
        let batch = try await services.store.archives.take(
            waiting + read, at: place, for: organization, author: author, orAt: fileTime ?? now,
            patience: isLast ? .ends : .waits, now: now)
        return Output(place: .log(batch.place), tally: batch.tally, rejected: rejected)
    }

    private static func waiting(in place: inout LogPlace) throws -> [LogLine] {
        defer { place.waiting = [] }
        return try place.waiting.map { waiting in
            LogLine(
                conversation: waiting.conversation,
                line: try TranscriptLine(json: waiting.source.text, number: waiting.source.number),
                source: waiting.source)
        }
    }

    /// A line that names no conversation belongs to that of the line before it, at the beginning to that of the first
    /// line which names one. Files of nothing but notes of Claude Code's own name none, and those are left.
    private static func read(
        _ lines: [NumberedLine], _ place: inout LogPlace
    ) -> (lines: [LogLine], rejected: [RejectedLine]) {
        var read: [(line: TranscriptLine, source: NumberedLine)] = []
        var rejected: [RejectedLine] = []
        let lines = place.nameless + lines
        place.nameless = []
        for source in lines {
            do throws(InvalidValue) {
                read.append((try TranscriptLine(json: source.text, number: source.number), source))
            } catch {
                rejected.append(RejectedLine(number: source.number, reason: error.detail))
            }
        }
        var conversation = place.conversation ?? read.lazy.compactMap(\.line.origin.sessionID).first
        defer { place.conversation = conversation }
        var logLines: [LogLine] = []
        for (line, source) in read {
            conversation = line.origin.sessionID ?? conversation
            if let conversation {
                logLines.append(LogLine(conversation: conversation, line: line, source: source))
            } else if line.isMessage {
                let reason = "names no session, and neither does a line before it"
                rejected.append(RejectedLine(number: source.number, reason: reason))
            } else if place.nameless.count < 1000 {
                place.nameless.append(source)
            }
        }
        return (logLines, rejected.sorted { $0.number < $1.number })
    }
}
