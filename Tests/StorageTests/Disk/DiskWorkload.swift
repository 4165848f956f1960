import Domain
import Storage
import TestSupport
import Testing

/// The operations of a busy team, from several tasks at once, until all are done or the disk fails.
struct DiskWorkload {
    let store: DataStore
    let organization: OrganizationID
    let author: Author
    let answered: AnsweredWrites
    let seed: UInt64
    var tasks = 4
    var steps = 12
    /// Whether it goes on with other sessions after a write failed.
    var isPersistent = false

    /// - Returns: the errors that were met.
    func run() async -> [any Error] {
        await withTaskGroup(of: [any Error].self) { group in
            for task in 0..<tasks {
                group.addTask { await sessions(of: task) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func sessions(of task: Int) async -> [any Error] {
        var chance = SeededGenerator(seed: seed &+ UInt64(task) &* 7919)
        var errors: [any Error] = []
        for attempt in 0..<(isPersistent ? 3 : 1) {
            do {
                try await session("task \(task) attempt \(attempt)", &chance)
            } catch {
                errors.append(error)
            }
        }
        return errors
    }

    private func session(_ name: String, _ chance: inout SeededGenerator) async throws {
        let prompt = "Fix what \(name) found in the login page"
        let draft = SessionDraft(organizationID: organization, prompt: prompt, repository: nil, model: nil)
        guard case .now(let session) = try await store.sessions.create(draft, by: author, at: time, once: nil) else {
            return
        }
        answered.change(session.id) {
            $0.titles = [session.title]
            $0.lines = [TranscriptLine(prompt: prompt).json]
        }
        for step in 0..<steps {
            if Bool.random(using: &chance) {
                try await rename(session.id, to: "\(name) step \(step)")
            } else {
                try await append(to: session.id, lines(step, &chance))
            }
            _ = try await store.sessions.detail(of: session.id, in: organization)
        }
    }

    private func rename(_ session: SessionID, to title: String) async throws {
        answered.change(session) { $0.doubtfulTitle = title }
        _ = try await store.sessions.apply(
            SessionEdit(title: title, status: nil), to: session, of: organization, by: "Ada", at: time)
        answered.change(session) {
            $0.titles = [title]
            $0.doubtfulTitle = nil
        }
    }

    private func append(to session: SessionID, _ lines: [TranscriptLine]) async throws {
        let texts = lines.map(\.json)
        answered.change(session) { $0.doubtfulLines = texts }
        _ = try await store.sessions.appendAgentLines(lines, to: session, of: organization, at: time, once: nil)
        answered.change(session) {
            $0.lines += texts
            $0.doubtfulLines = []
        }
    }

    /// Some are long, so that the write-ahead log is reset now and then.
    private func lines(_ step: Int, _ chance: inout SeededGenerator) throws -> [TranscriptLine] {
        try (0..<Int.random(in: 1...4, using: &chance)).map { number in
            let length = Int.random(in: 0...3, using: &chance) == 0 ? 150_000 : 50
            let padding = String(repeating: "x", count: length)
            let json =
                number.isMultiple(of: 2)
                ? #"{"type":"assistant","message":{"content":[{"type":"text","text":"Step \#(step) of \#(number)"}]}}"#
                : #"{"type":"system","step":\#(step),"padding":"\#(padding)"}"#
            return try TranscriptLine(json: json, number: number + 1)
        }
    }

    private var time: Timestamp { TestClock().now }
}
