import CoreMetrics
import Domain
import NIOCore
import Synchronization

/// The open connections and the requests under way on them; decides whether more are admitted.
package final class ConnectionRegistry: Sendable {
    enum Admission {
        case admitted(OpenConnection)
        case refused
    }

    fileprivate struct State {
        var connections: [ObjectIdentifier: OpenConnection] = [:]
        var counts: [IPAddress: Int] = [:]
    }

    package let rules: ConnectionRules
    let metrics: ConnectionMetrics
    private let state = Mutex(State())
    private let requests = Atomic<Int>(0)

    package init(_ rules: ConnectionRules, metrics: ConnectionMetrics) {
        self.rules = rules
        self.metrics = metrics
    }

    /// Admits a new connection and counts it until it closes. If there are too many, the connection that has been idle
    /// for longest is closed; the new one is refused only if none is idle.
    func admit(_ channel: any Channel) -> Admission {
        let address = channel.remoteAddress
        let isProxy = address.map(rules.isTrustedProxy) ?? false
        let network = isProxy ? nil : address?.internetAddress?.clientNetwork
        let connection = OpenConnection(channel, network: network)
        let (isAdmitted, idle, count) = state.withLock { state in
            let isNetworkFull = network.map { state.counts[$0, default: 0] >= rules.networkLimit } ?? false
            let isFull = isNetworkFull || state.connections.count >= rules.maximumConnections
            let idle = isFull ? state.longestIdle(of: isNetworkFull ? network : nil) : nil
            // Marked as busy, so that it is chosen only once. If a request arrives at this moment, the connection
            // stays, and there is one too many for a while.
            idle?.beBusy()
            let isAdmitted = !isFull || idle != nil
            if isAdmitted { state.add(connection) }
            if !isAdmitted { (isNetworkFull ? metrics.refusedForNetwork : metrics.refusedForAll).increment() }
            return (isAdmitted, idle, state.connections.count)
        }
        idle?.send(.makeRoom)
        metrics.openConnections.record(count)
        guard isAdmitted else { return .refused }
        channel.closeFuture.whenComplete { _ in self.forget(connection) }
        return .admitted(connection)
    }

    private func forget(_ connection: OpenConnection) {
        metrics.openConnections.record(
            state.withLock { state in
                state.remove(connection)
                return state.connections.count
            })
    }

    /// Whether as many requests are under way as may be.
    var isOverloaded: Bool { requests.load(ordering: .relaxed) >= rules.maximumRequests }

    func requestBegan() {
        requests.wrappingAdd(1, ordering: .relaxed)
    }

    func requestEnded() {
        requests.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Closes all open connections at once, whatever their clients do.
    package func cutAll() {
        for connection in state.withLock({ Array($0.connections.values) }) { connection.send(.cut) }
    }
}

extension ConnectionRegistry.State {
    mutating func add(_ connection: OpenConnection) {
        connections[ObjectIdentifier(connection)] = connection
        if let network = connection.network { counts[network, default: 0] += 1 }
    }

    mutating func remove(_ connection: OpenConnection) {
        guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil,
            let network = connection.network, let count = counts[network]
        else { return }
        counts[network] = count == 1 ? nil : count - 1
    }

    /// - Parameter network: the network to search; `nil` for all.
    func longestIdle(of network: IPAddress?) -> OpenConnection? {
        connections.values
            .filter { network == nil || $0.network == network }
            .compactMap { connection in connection.idleSince.map { (connection, $0) } }
            .min { $0.1 < $1.1 }?.0
    }
}
