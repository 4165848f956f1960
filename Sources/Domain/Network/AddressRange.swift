/// A range of addresses of one family, as an operator writes it: `10.0.0.0/8`, `2001:db8::/32`, or a single address.
package struct AddressRange: Hashable, Sendable {
    private let first: IPAddress
    /// The number of leading bits, of the 128 bits of `IPAddress`, that all addresses of the range share.
    private let prefixLength: Int

    /// - Parameter prefixLength: in bits, of 128.
    init(_ address: IPAddress, prefixLength: Int) {
        first = address.masked(toPrefix: prefixLength)
        self.prefixLength = prefixLength
    }

    /// - Throws: `InvalidValue` unless it is an address, optionally with `/` and a prefix length of its family.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress($0) }) else {
            throw InvalidValue("must be an address such as 10.0.0.1 or a range such as 10.0.0.0/8, not `\(text)`")
        }
        // A prefix length after an IPv4-mapped IPv6 address counts IPv6 bits.
        let isDotted = !parts[0].contains(":")
        let bits = isDotted ? 32 : 128
        guard parts.count == 2 else {
            first = address
            prefixLength = 128
            return
        }
        guard let length = Int(parts[1]), (0...bits).contains(length), parts[1].allSatisfy(\.isWholeNumber) else {
            throw InvalidValue("must have a prefix length from 0 to \(bits) after the slash, not `\(text)`")
        }
        prefixLength = length + 128 - bits
        first = address.masked(toPrefix: prefixLength)
    }

    /// Whether the address is in the range. `::/0` contains every IPv6 address and no IPv4 address.
    package func contains(_ address: IPAddress) -> Bool {
        address.isIPv4 == first.isIPv4 && address.masked(toPrefix: prefixLength) == first
    }
}

extension Sequence<AddressRange> {
    /// Whether the address is in one of the ranges.
    package func include(_ address: IPAddress) -> Bool {
        contains { $0.contains(address) }
    }
}
