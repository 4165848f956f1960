package import Domain
import NIOCore
import NIOPosix

extension HostResolver {
    /// The addresses of a host to which the server may connect on behalf of anybody but its operator.
    ///
    /// - Parameter mayBePrivate: whether to include the addresses of this machine and of private networks.
    /// - Returns: empty if the host has no allowed address.
    /// - Throws: `InvalidValue` if the name is not in DNS.
    package func addresses(of host: NetworkHost, mayBePrivate: Bool) async throws -> [IPAddress] {
        let found: [IPAddress]
        switch host {
        case .address(let address): found = [address]
        case .name(let name): found = try await addresses(name)
        }
        guard !found.isEmpty else { throw InvalidValue("was not found in DNS") }
        guard !mayBePrivate else { return found }
        let own = OwnAddresses.all()
        return found.filter { $0.isPublic && !own.contains($0) }
    }
}

/// The addresses of this machine: its services must not be reachable by them, even if they are public.
private enum OwnAddresses {
    static func all() -> Set<IPAddress> {
        let devices = (try? System.enumerateDevices()) ?? []
        return Set(devices.compactMap { $0.address?.ipAddress }.compactMap { IPAddress($0) })
    }
}
