import NIOCore

/// Where a client comes from, to limit what one of them takes: an IPv4 address, or the first 64 bits of an IPv6 address,
/// which are what one household or machine is given.
struct ClientNetwork: Hashable, Sendable {
    private let prefix: [UInt8]

    /// `nil` for an address that isn't of the internet, such as a local socket's.
    init?(_ address: SocketAddress) {
        let bytes = address.withSockAddr { address, size in
            Array(UnsafeRawBufferPointer(start: address, count: size))
        }
        switch address {
        case .v4:
            prefix = Array(bytes[4..<8])
        case .v6:
            let address = Array(bytes[8..<24])
            let isMappedIPv4 = address.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
            prefix = Array(isMappedIPv4 ? address.suffix(4) : address.prefix(8))
        case .unixDomainSocket:
            return nil
        }
    }
}
