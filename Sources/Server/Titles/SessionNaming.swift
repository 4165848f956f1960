import Domain
import Logging
import Runs
import ServiceLifecycle
import Storage
import Threads

/// Runs the operator's title command for unnamed sessions once an agent has answered in them. A title that a person
/// chose, or that was set meanwhile, stays. Sessions that aren't named when the server ends are named after the next
/// start.
struct SessionNaming: NamedService {
    let command: TitleCommand
    let sessions: SessionStore
    let events: EventStore
    let clock: Clock
    let logger: Logger
    /// The waits before each retry. After the last one, the server's own title stays.
    var pauses: [Duration] = [.seconds(2), .seconds(20)]
    /// How many commands run at once.
    var concurrency = 2

    private struct Progress {
        /// The log position up to which sessions are named, and the position stored in the database.
        var position: Int?
        var stored = 0
        /// The sessions for which the command made no title.
        var failed: Set<SessionID> = []
    }

    /// How far the stored position may lag behind while there is nothing to name.
    private static let lag = 1000

    func run() async {
        await cancelWhenGracefulShutdown {
            // Subscribed before the first read, so that nothing is missed.
            var signals = events.changeSignal.signals().makeAsyncIterator()
            var progress = Progress()
            repeat {
                do {
                    while try await nameSome(&progress) {}
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("sessions can't be named", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(30))
                }
            } while await signals.next() != nil
        }
    }

    /// - Returns: whether there are more log entries.
    private func nameSome(_ progress: inout Progress) async throws -> Bool {
        let known = progress.position
        let position = if let known { known } else { try await sessions.namingPosition() }
        let (found, end, hasMore) = try await sessions.unnamedSessions(after: position)
        if progress.failed.count > 10_000 { progress.failed.removeAll() }
        let turns = AsyncSemaphore(concurrency)
        let unnamed = found.filter { !progress.failed.contains($0.id) }
        let failed = try await withThrowingTaskGroup(of: SessionID?.self) { group in
            for session in unnamed {
                group.addTask {
                    try await turns.acquire()
                    defer { turns.release() }
                    return try await name(session) ? nil : session.id
                }
            }
            return try await group.reduce(into: Set<SessionID>()) { if let id = $1 { $0.insert(id) } }
        }
        progress.failed.formUnion(failed)
        progress.position = end
        if known == nil || !unnamed.isEmpty || end - progress.stored > Self.lag {
            try await sessions.noteNaming(upTo: end)
            progress.stored = end
        }
        return hasMore
    }

    /// - Returns: `false` when the command made no title in any attempt.
    private func name(_ session: UnnamedSession) async throws -> Bool {
        for pause in pauses.map(Optional.some) + [nil] {
            do {
                let title = try await command.title(of: session)
                _ = try await sessions.name(session, title, at: clock.now())
                return true
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                try Task.checkCancellation()
                logger.warning(
                    "the title command returned no title", metadata: ["session": "\(session.id)", "reason": "\(error)"])
            }
            if let pause { try await Task.sleep(for: pause) }
        }
        return false
    }
}
