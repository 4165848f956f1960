import Domain
import NIOCore
import NIOPosix

/// Why there is no connection.
enum EgressError: Error, Equatable {
    case refused(NetworkRefusal)
    /// The rules couldn't be read.
    case unavailable
    case unknownHost
    case unreachable
}

extension EgressProxy {
    /// How many addresses of a host are tried.
    private static let attempts = 4

    /// Connects to a host that the rules allow, at an address that was checked.
    ///
    /// - Parameter eventLoop: where the connection lives, so that it can be joined with another there.
    /// - Returns: the connection, from which nothing is read yet.
    func connect(
        to destination: NetworkDestination, on eventLoop: any EventLoop
    ) async throws(EgressError) -> any Channel {
        let addresses = try await allowedAddresses(of: destination)
        for address in addresses.prefix(Self.attempts) {
            guard let target = try? SocketAddress(ipAddress: "\(address)", port: destination.port) else { continue }
            let channel = try? await ClientBootstrap(group: eventLoop)
                .connectTimeout(limits.connectTime)
                .channelOption(.autoRead, value: false)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .connect(to: target).get()
            if let channel { return channel }
        }
        throw .unreachable
    }

    private func allowedAddresses(of destination: NetworkDestination) async throws(EgressError) -> [IPAddress] {
        let verdict: NetworkVerdict
        do {
            verdict = try await rules().verdict(on: destination)
        } catch {
            throw .unavailable
        }
        switch verdict {
        case .refused(let reason): throw refusal(of: destination, reason)
        case .allowed(let mayBePrivate):
            let addresses: [IPAddress]
            do {
                addresses = try await resolver.addresses(of: destination.host, mayBePrivate: mayBePrivate)
            } catch {
                throw .unknownHost
            }
            guard !addresses.isEmpty else { throw refusal(of: destination, .privateAddress) }
            return addresses
        }
    }

    private func refusal(of destination: NetworkDestination, _ reason: NetworkRefusal) -> EgressError {
        onRefusal(destination, reason)
        return .refused(reason)
    }
}
