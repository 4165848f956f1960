package import Domain
import NIOCore
import NIOPosix

extension HostResolver {
    /// The addresses at which a host may be connected to on behalf of somebody who isn't this server's operator.
    ///
    /// - Parameter mayBePrivate: whether those of this machine and its networks are among them.
    /// - Returns: none when there are only such as may not be used.
    /// - Throws: `InvalidValue` for a name that DNS doesn't know.
    package func addresses(of host: NetworkHost, mayBePrivate: Bool) async throws -> [IPAddress] {
        let found: [IPAddress]
        switch host {
        case .address(let address): found = [address]
        case .name(let name): found = try await addresses(name)
        }
        guard !found.isEmpty else { throw InvalidValue("is not known to DNS") }
        guard !mayBePrivate else { return found }
        let own = OwnAddresses.all()
        return found.filter { $0.isPublic && !own.contains($0) }
    }
}

/// The addresses of this machine, by which its services could be reached though they are public.
private enum OwnAddresses {
    static func all() -> Set<IPAddress> {
        let devices = (try? System.enumerateDevices()) ?? []
        return Set(devices.compactMap { $0.address?.ipAddress }.compactMap { IPAddress($0) })
    }
}
