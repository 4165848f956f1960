import Glibc

/// An IPv4 or IPv6 address.
///
/// IPv4 is represented as IPv4-mapped IPv6 (RFC 4291, 2.5.5.2), so that `192.0.2.1` and `::ffff:192.0.2.1` are equal.
package struct IPAddress: Hashable, Sendable {
    let bits: UInt128

    private static let mappedPrefix: UInt128 = 0xFFFF

    init(bits: UInt128) {
        self.bits = bits
    }

    /// Parses an address such as `192.0.2.1` or `2001:db8::1`; `nil` for anything else, including names and addresses
    /// with a port.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            bits = Self.mappedPrefix << 32 | UInt128(UInt32(bigEndian: v4.s_addr))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            bits = withUnsafeBytes(of: &v6) { bytes in bytes.reduce(0) { $0 << 8 | UInt128($1) } }
        } else {
            return nil
        }
    }

    package var isIPv4: Bool { bits >> 32 == Self.mappedPrefix }

    /// Whether it is one of a machine's addresses for itself: `127.0.0.0/8` or `::1`.
    package var isLoopback: Bool { isIPv4 ? UInt8(truncatingIfNeeded: bits >> 24) == 127 : bits == 1 }

    /// The network that rate limits count as one client: an IPv4 address, or the /64 of an IPv6 address, since a single
    /// subscriber commonly has 2⁶⁴ of those.
    package var clientNetwork: IPAddress {
        isIPv4 ? self : masked(toPrefix: 64)
    }

    /// The address with all bits after the first `length` cleared.
    func masked(toPrefix length: Int) -> IPAddress {
        IPAddress(bits: bits & ~(length >= 128 ? 0 : UInt128.max >> UInt128(length)))
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual notation; IPv6 as RFC 5952 recommends.
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        if isIPv4 {
            var v4 = in_addr(s_addr: UInt32(truncatingIfNeeded: bits).bigEndian)
            inet_ntop(AF_INET, &v4, &text, socklen_t(text.count))
        } else {
            var bigEndian = bits.bigEndian
            inet_ntop(AF_INET6, &bigEndian, &text, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
