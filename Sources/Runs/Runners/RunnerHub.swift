package import Domain
package import RunnerLink
import Storage
import Synchronization
import Threads

/// The server's runners: those that wait for a run, and the leases of those that work on one.
package final class RunnerHub: RunnerGateway {
    private struct State {
        /// In the order in which they came.
        var waiting: [WaitingRunner] = []
        var leases: [String: RunnerLease] = [:]
        /// When runners last asked for a run.
        var asked: [RunnerScope: ContinuousClock.Instant] = [:]
        /// The tokens that were revoked while the server runs.
        var revoked: Set<RunnerTokenID> = []
        var isClosed = false
    }

    /// Maximum number of runners that wait at once.
    private static let maximumWaiting = 4096

    /// How long a runner may be silent before its lease is over.
    let leaseTime: Duration
    /// Signals when a runner starts to wait.
    let arrivals = ChangeSignal()
    private let state = Mutex(State())

    package init(leaseTime: Duration = .seconds(30)) {
        self.leaseTime = leaseTime
    }

    package func wait(with claim: RunnerClaim, by runner: RunnerToken) throws -> any RunnerWait {
        guard claim.protocolNumber == RunnerClaim.currentProtocol else {
            throw DomainError.invalid(
                """
                This runner is of release \(claim.version.prefix(20)), which can't work with this server of \
                release \(ServiceVersion.current). Install the server's release.
                """)
        }
        let labels = try runner.labels(ofRunnerWith: claim.labels)
        let waiting = WaitingRunner(runner, labels: labels)
        try state.withLock { state in
            guard !state.isClosed else {
                throw DomainError.unavailable("The server is stopping.", retryAfter: 2)
            }
            guard !state.revoked.contains(runner.id) else {
                throw DomainError.unauthenticated("The runner's token was revoked.")
            }
            state.waiting.removeAll { $0.isSettled }
            guard state.waiting.count < Self.maximumWaiting else {
                throw DomainError.tooOften("Too many runners wait.", retryAfter: 30)
            }
            state.waiting.append(waiting)
            state.asked[waiting.scope] = .now
        }
        arrivals.signal()
        return waiting
    }

    package func isConnected(forRunOf organization: OrganizationID, with labels: RunnerLabels) -> Bool {
        state.withLock { state in
            let scopes =
                state.waiting.filter { !$0.isSettled }.map(\.scope)
                + state.leases.values.filter { !$0.isOver }.map(\.scope)
                + Array(state.asked.filter { .now - $0.value < leaseTime }.keys)
            return scopes.contains { $0.includes(runOf: organization, askingFor: labels) }
        }
    }

    package func lease(_ id: String, of runner: RunnerToken) throws -> any RunnerLeaseGateway {
        let lease = state.withLock { $0.leases[id] }
        guard let lease, lease.runner.id == runner.id else { throw DomainError.leaseOver }
        return lease
    }

    /// Ends the leases of a token that was revoked, and turns away those of its runners that wait.
    package func revoke(_ token: RunnerTokenID) {
        let (waiting, leases) = state.withLock { state in
            state.revoked.insert(token)
            state.asked = state.asked.filter { $0.key.token != token }
            return (
                state.waiting.filter { $0.runner.id == token },
                state.leases.values.filter { $0.runner.id == token }
            )
        }
        for runner in waiting { runner.turnAway() }
        for lease in leases { lease.lose(.revoked) }
    }

    /// The tokens of the runners that wait or work.
    var tokens: Set<RunnerTokenID> {
        state.withLock { state in
            Set(state.waiting.map(\.runner.id) + state.leases.values.filter { !$0.isOver }.map(\.runner.id))
        }
    }

    /// Ends all waits and all leases, when the server stops.
    package func shutDown() {
        let (waiting, leases) = state.withLock { state in
            state.isClosed = true
            return (state.waiting, state.leases.values)
        }
        for runner in waiting { runner.turnAway() }
        for lease in leases { lease.lose(.restart) }
    }

    /// The runners that wait for a run, longest first.
    var waiting: [WaitingRunner] {
        state.withLock { state in
            state.waiting.removeAll { $0.isSettled }
            return state.waiting
        }
    }

    func add(_ lease: RunnerLease) {
        let isRevoked = state.withLock { state in
            state.leases[lease.id] = lease
            return state.revoked.contains(lease.runner.id)
        }
        if isRevoked { lease.lose(.revoked) }
    }

    /// Ends the leases of runners that are silent, and forgets those that are over.
    func expire() {
        let leases = state.withLock { state in
            let silent = state.leases.values.filter(\.isSilent)
            for lease in silent where lease.isOver { state.leases[lease.id] = nil }
            state.asked = state.asked.filter { .now - $0.value < leaseTime }
            return silent
        }
        for lease in leases { lease.lose(.silent) }
    }
}

/// A runner that waits for a run.
final class WaitingRunner: RunnerWait {
    private enum State {
        case waiting
        /// A run is being looked for.
        case taken
        case assigned(RunnerAssignment)
        /// It no longer waits.
        case gone
    }

    let runner: RunnerToken
    let scope: RunnerScope
    private let changes = ChangeSignal()
    private let state = Mutex(State.waiting)

    init(_ runner: RunnerToken, labels: RunnerLabels) {
        self.runner = runner
        scope = RunnerScope(runner, labels: labels)
    }

    func assignment(within timeout: Duration) async -> RunnerAssignment? {
        let signals = changes.signals()
        if !isSettled {
            try? await withTimeout(timeout) { [self] in
                for await _ in signals where isSettled { return }
            }
        }
        // A run that is being looked for now is waited for: nobody else would work on it.
        while leave() {
            try? await Task.sleep(for: .milliseconds(20))
        }
        return state.withLock { state in
            if case .assigned(let assignment) = state { assignment } else { nil }
        }
    }

    /// - Returns: whether the runner now belongs to the caller, who must call `assign` or `putBack`.
    func take() -> Bool {
        state.withLock { state in
            guard case .waiting = state else { return false }
            state = .taken
            return true
        }
    }

    func putBack() {
        state.withLock { state in
            if case .taken = state { state = .waiting }
        }
    }

    func assign(_ assignment: RunnerAssignment) {
        state.withLock { $0 = .assigned(assignment) }
        changes.signal()
    }

    /// Ends the wait, unless the runner is taken.
    func turnAway() {
        _ = leave()
        changes.signal()
    }

    /// Whether it waits no longer.
    var isSettled: Bool {
        state.withLock { state in
            switch state {
            case .waiting, .taken: false
            case .assigned, .gone: true
            }
        }
    }

    /// - Returns: whether the runner is taken, and can't leave now.
    private func leave() -> Bool {
        state.withLock { state in
            switch state {
            case .waiting: state = .gone
            case .taken: return true
            case .assigned, .gone: break
            }
            return false
        }
    }
}
