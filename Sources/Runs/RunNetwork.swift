import Domain
import EgressProxy
import Sandbox
import Storage

/// The network access of a run's agent and setup script: the egress proxy, and the services on this machine that the
/// operator lists, each at its own port.
struct RunNetwork: Sendable {
    /// Read for each connection, so that changes apply to the next one.
    private let rules: @Sendable () async throws -> NetworkRules
    private let proxy: EgressProxy
    private let refusals: RefusalRecorder
    /// Services on this machine's loopback, which the sandbox cannot reach directly: it has its own.
    private let services: [(port: UInt16, destination: NetworkDestination)]

    init(of run: ClaimedRun, worker: RunWorker, redactor: SecretRedactor) {
        let configuration = worker.configuration
        let (environments, session) = (worker.store.environments, run.session.id)
        let refusals = RefusalRecorder(run: run.number, worker: worker, redactor: redactor)
        self.refusals = refusals
        let rules: @Sendable () async throws -> NetworkRules = {
            try await environments.network(of: session).rules(
                below: configuration.networkCeiling, operators: configuration.operatorHosts)
        }
        self.rules = rules
        proxy = EgressProxy(resolver: configuration.resolver, rules: rules, onRefusal: refusals.note)
        services = configuration.operatorHosts.agent.compactMap { host in
            host.loopbackService.map { (UInt16($0.port), $0) }
        }
        .prefix(SandboxRelay.maximumPorts - 1).map { $0 }
    }

    var relay: SandboxRelay {
        let taken = Set(services.map(\.port))
        // The next free port if the operator lists the usual one for a service.
        let port = (SandboxRelay.proxyPort...).first { !taken.contains($0) } ?? SandboxRelay.proxyPort
        return SandboxRelay(
            ports: [port] + services.map(\.port), environment: SandboxRelay.proxyVariables(port: port),
            decide: { [rules, refusals] destination, isPrivate in
                let verdict = isPrivate ? .refused(.privateAddress) : try await rules().verdict(on: destination)
                if case .refused(let reason) = verdict { refusals.note(destination, reason) }
                return verdict
            },
            serve: serve)
    }

    private func serve(_ sockets: [CInt]) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [refusals] in await refusals.store() }
            for (index, socket) in sockets.enumerated() {
                group.addTask { [proxy, services] in
                    if index == 0 {
                        await proxy.serve(socket)
                    } else {
                        await proxy.forward(socket, to: services[index - 1].destination)
                    }
                }
            }
        }
    }
}
