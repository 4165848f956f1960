import Domain
import NIOCore
import NIOPosix

/// Why a connection was not made.
enum EgressError: Error, Equatable {
    case refused(NetworkRefusal)
    /// The rules could not be read.
    case unavailable
    case unknownHost
    case unreachable
}

extension EgressProxy {
    /// Maximum number of a host's addresses to try.
    private static let attempts = 4

    /// Connects to a host that the rules allow, at an address that was checked.
    ///
    /// - Parameter eventLoop: the event loop for the connection, so that it can be joined with another one there.
    /// - Returns: the connection, with reading turned off.
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
            verdict = try await self.verdict(destination)
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
