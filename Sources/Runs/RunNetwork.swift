import Domain
import EgressProxy
import Sandbox
import Storage

/// The network access of a run's agent and setup script: the egress proxy, and the services on this machine that the
/// operator lists, each at its own port.
struct RunNetwork: Sendable {
    /// The proxy's port in the sandbox; the next free one if the operator lists this port for a service.
    private static let proxyPort: UInt16 = 3128

    private let proxy: EgressProxy
    private let refusals: RefusalRecorder
    /// Services on this machine's loopback, which the sandbox cannot reach directly: it has its own.
    private let services: [(port: UInt16, destination: NetworkDestination)]

    init(of run: ClaimedRun, worker: RunWorker, redactor: SecretRedactor) {
        let configuration = worker.configuration
        let (environments, session) = (worker.store.environments, run.session.id)
        let refusals = RefusalRecorder(run: run.number, worker: worker, redactor: redactor)
        self.refusals = refusals
        proxy = EgressProxy(
            resolver: configuration.resolver,
            rules: {
                try await environments.network(of: session).rules(
                    below: configuration.networkCeiling, operators: configuration.operatorHosts)
            }, onRefusal: refusals.note)
        services = configuration.operatorHosts.agent.compactMap { host in
            host.loopbackService.map { (UInt16($0.port), $0) }
        }
        .prefix(SandboxRelay.maximumPorts - 1).map { $0 }
    }

    var relay: SandboxRelay {
        let taken = Set(services.map(\.port))
        let port = (Self.proxyPort...).first { !taken.contains($0) } ?? Self.proxyPort
        return SandboxRelay(ports: [port] + services.map(\.port), environment: Self.variables(port: port)) { sockets in
            await serve(sockets)
        }
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

    /// The variables in which programs look for a proxy, in both spellings since some programs know only one. Node.js
    /// uses them only with `NODE_USE_ENV_PROXY`.
    private static func variables(port: UInt16) -> [String: String] {
        let address = "http://127.0.0.1:\(port)"
        let names = ["HTTP_PROXY": address, "HTTPS_PROXY": address, "ALL_PROXY": address]
            .merging(["NO_PROXY": "localhost,127.0.0.1,::1"]) { $1 }
        return names.merging(names.map { ($0.lowercased(), $1) }) { $1 }.merging(["NODE_USE_ENV_PROXY": "1"]) { $1 }
    }
}
