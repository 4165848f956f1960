import Domain
import Logging
import ServiceLifecycle
import Storage
import Threads

/// Has the operator's program name sessions that nobody named, once an agent has answered in them. A person's name, and one
/// that came meanwhile, stays. What isn't named when the server ends is at the next start.
struct SessionNaming: Service {
    let command: TitleCommand
    let sessions: SessionStore
    let events: EventStore
    let clock: Clock
    let logger: Logger
    /// How long it waits before each further try; after the last one the server's own title stays.
    var pauses: [Duration] = [.seconds(2), .seconds(20)]
    /// How many programs run at once.
    var concurrency = 2

    private struct Progress {
        /// The position in the log up to which sessions are named, and the one that is stored of it.
        var position: Int?
        var stored = 0
        /// Those that the program made no title of.
        var hopeless: Set<SessionID> = []
    }

    /// How far the stored position may lag behind while there is nothing to name.
    private static let lag = 1000

    func run() async {
        await cancelWhenGracefulShutdown {
            // Before the first look, so that nothing is missed.
            var signals = events.changeSignal.signals().makeAsyncIterator()
            var progress = Progress()
            repeat {
                do {
                    while try await nameSome(&progress) {}
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("sessions are not named", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(30))
                }
            } while await signals.next() != nil
        }
    }

    /// - Returns: whether there are more.
    private func nameSome(_ progress: inout Progress) async throws -> Bool {
        let known = progress.position
        let position = if let known { known } else { try await sessions.namingPosition() }
        let (found, end, hasMore) = try await sessions.unnamedSessions(after: position)
        if progress.hopeless.count > 10_000 { progress.hopeless.removeAll() }
        let turns = AsyncSemaphore(concurrency)
        let unnamed = found.filter { !progress.hopeless.contains($0.id) }
        let failed = try await withThrowingTaskGroup(of: SessionID?.self) { group in
            for session in unnamed {
                group.addTask {
                    try await turns.take()
                    defer { turns.give() }
                    return try await name(session) ? nil : session.id
                }
            }
            return try await group.reduce(into: Set<SessionID>()) { if let id = $1 { $0.insert(id) } }
        }
        progress.hopeless.formUnion(failed)
        progress.position = end
        if known == nil || !unnamed.isEmpty || end - progress.stored > Self.lag {
            try await sessions.noteNaming(upTo: end)
            progress.stored = end
        }
        return hasMore
    }

    /// - Returns: `false` when the program made no title, however often it was asked.
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
                    "the title command made no title", metadata: ["session": "\(session.id)", "reason": "\(error)"])
            }
            if let pause { try await Task.sleep(for: pause) }
        }
        return false
    }
}
