import Domain
import EgressProxy
import Sandbox
import Storage

/// What a run's agent, and its set-up script, reach over the network: the proxy, and services of this machine that the
/// operator has listed, at their own ports.
struct RunNetwork: Sendable {
    /// Where the proxy is, unless the operator lists that port for something else.
    private static let proxyPort: UInt16 = 3128

    private let proxy: EgressProxy
    private let refusals: RefusalRecorder
    /// On this machine's loopback, which in the sandbox is another.
    private let services: [(port: UInt16, destination: NetworkDestination)]

    init(of run: ClaimedRun, worker: RunWorker, blotter: SecretBlotter) {
        let configuration = worker.configuration
        let (environments, session) = (worker.store.environments, run.session.id)
        let refusals = RefusalRecorder(run: run.number, worker: worker, blotter: blotter)
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

    /// What programs look for a proxy in; some know only one of the spellings. Node.js looks only when it is told to.
    private static func variables(port: UInt16) -> [String: String] {
        let address = "http://127.0.0.1:\(port)"
        let names = ["HTTP_PROXY": address, "HTTPS_PROXY": address, "ALL_PROXY": address]
            .merging(["NO_PROXY": "localhost,127.0.0.1,::1"]) { $1 }
        return names.merging(names.map { ($0.lowercased(), $1) }) { $1 }.merging(["NODE_USE_ENV_PROXY": "1"]) { $1 }
    }
}
