extension IPAddress {
    /// An IPv4 address by its number.
    init(ipv4 number: UInt32) {
        self.init(bits: 0xFFFF << 32 | UInt128(number))
    }

    /// Whether it is a host on the public Internet, rather than loopback, private, multicast or unassigned.
    ///
    /// Follows "globally reachable" in the registries of special-purpose addresses (RFC 6890, and IANA's current
    /// registries). IPv6 addresses that embed an IPv4 address are judged by it; the old tunnels (6to4, Teredo) count as
    /// private.
    package var isPublic: Bool {
        if isIPv4 { return !Self.privateIPv4.include(self) }
        if let translated { return translated.isPublic }
        return Self.globalIPv6.contains(self) && !Self.privateIPv6.include(self)
    }

    /// The IPv4 address that a NAT64 gateway connects to for this one (RFC 6052).
    private var translated: IPAddress? {
        Self.nat64.contains(self) ? IPAddress(ipv4: UInt32(truncatingIfNeeded: bits)) : nil
    }

    /// Includes Azure's 168.63.129.16, the metadata and agent endpoint of each of its machines.
    private static let privateIPv4 = ranges(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4")
    private static let nat64 = AddressRange(IPAddress(bits: 0x64_ff9b << 96), prefixLength: 96)
    private static let globalIPv6 = AddressRange(IPAddress(bits: 0x2000 << 112), prefixLength: 3)
    private static let privateIPv6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")

    private static func ranges(_ texts: String...) -> [AddressRange] {
        texts.compactMap { try? AddressRange($0) }
    }
}
