import Glibc

/// A host as a program names it: by name, or by an address in any notation.
package enum NetworkHost: Hashable, Sendable, CustomStringConvertible {
    /// In lower case and ASCII (other letters in Punycode), without the trailing dot.
    case name(String)
    case address(IPAddress)

    private static let mistake = InvalidValue("must be a host such as example.com")

    /// - Parameter text: an address may be in brackets, and an IPv4 address in each of the notations that programs
    ///   accept: `127.1`, `0x7f000001`, `017700000001`, `2130706433`.
    /// - Throws: `InvalidValue` if it is not a host.
    package init(_ text: some StringProtocol) throws(InvalidValue) {
        if text.contains(":") {
            let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
            guard let address = IPAddress(isBracketed ? String(text.dropFirst().dropLast()) : String(text)) else {
                throw Self.mistake
            }
            self = .address(address)
            return
        }
        let labels = try Self.labels(of: text)
        let name = labels.joined(separator: ".")
        guard name.utf8.count <= 253, let last = labels.last else { throw Self.mistake }
        if Self.isNumber(last) {
            var number = in_addr()
            guard inet_aton(name, &number) == 1 else { throw Self.mistake }
            self = .address(IPAddress(ipv4: UInt32(bigEndian: number.s_addr)))
        } else {
            self = .name(name)
        }
    }

    package var description: String {
        switch self {
        case .name(let name): name
        case .address(let address): address.isIPv4 ? "\(address)" : "[\(address)]"
        }
    }

    /// The labels, checked and normalized for comparison.
    static func labels(of name: some StringProtocol) throws(InvalidValue) -> [String] {
        let name = name.hasSuffix(".") ? String(name.dropLast()) : String(name)
        var labels: [String] = []
        for part in name.lowercased().split(separator: ".", omittingEmptySubsequences: false) {
            let label = part.utf8.allSatisfy { $0 < 0x80 } ? String(part) : "xn--" + Punycode.encode(part)
            let isPlain = label.utf8.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
            guard isPlain, (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-") else {
                throw mistake
            }
            labels.append(label)
        }
        return labels
    }

    /// Whether a last label makes the whole name an IPv4 address, in any notation (WHATWG URL, "ends in a number").
    private static func isNumber(_ label: String) -> Bool {
        label.utf8.allSatisfy(\.isASCIIDigit) || (label.hasPrefix("0x") && label.dropFirst(2).allSatisfy(\.isHexDigit))
    }
}
