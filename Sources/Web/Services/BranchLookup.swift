package import Domain
import Synchronization

/// Fetches the branches of repositories from their hosts, for pages. A response takes at most two seconds, and is
/// cached for a minute.
package final class BranchLookup: Sendable {
    package typealias Ask = @Sendable (RepositoryURL) async throws -> RemoteLookup

    private struct State {
        var found: [RepositoryURL: (branches: RemoteBranches, expiresAt: ContinuousClock.Instant)] = [:]
        var asking = 0

        mutating func beginAsking() -> Bool {
            guard asking < BranchLookup.limit else { return false }
            asking += 1
            return true
        }
    }

    private let ask: Ask
    private let timeout: Duration
    private let state = Mutex(State())

    /// The maximum number of simultaneous requests to hosts. Further lookups return `.unreachable`.
    private static let limit = 4
    private static let lifetime = Duration.seconds(60)

    /// - Parameters:
    ///   - timeout: how long an answer may take.
    ///   - ask: asks the host; it is cancelled when it takes too long.
    package init(timeout: Duration = .seconds(2), _ ask: @escaping Ask) {
        self.timeout = timeout
        self.ask = ask
    }

    /// For a server without agents, which sends no requests to hosts.
    package static let unavailable = BranchLookup { _ in .unreachable }

    /// - Parameter isCurrent: whether to ignore a cached response.
    package func branches(of repository: RepositoryURL, isCurrent: Bool = false) async -> RemoteLookup {
        let now = ContinuousClock.now
        let known = state.withLock { state in
            state.found = state.found.filter { $0.value.expiresAt > now }
            return state.found[repository]?.branches
        }
        if let known, !isCurrent { return .found(known) }
        guard state.withLock({ $0.beginAsking() }) else { return .unreachable }
        defer { state.withLock { $0.asking -= 1 } }
        let answer = await answerInTime(of: repository)
        if case .found(let branches) = answer {
            state.withLock { $0.found[repository] = (branches, now + Self.lifetime) }
        }
        return answer
    }

    private func answerInTime(of repository: RepositoryURL) async -> RemoteLookup {
        await withTaskGroup(of: RemoteLookup.self) { group in
            group.addTask { [ask] in (try? await ask(repository)) ?? .unreachable }
            group.addTask { [timeout] in
                try? await Task.sleep(for: timeout)
                return .unreachable
            }
            defer { group.cancelAll() }
            return await group.next() ?? .unreachable
        }
    }
}
