import Domain
import FoundationEssentials

/// Puts `***` in the place of secrets, as they are, escaped in JSON, or in Base64.
package struct SecretBlotter: Sendable {
    /// Shorter ones would blot out what has nothing to do with them.
    package static let shortestSecret = SecretValue.minimumLength

    /// By the byte that they begin with, the longest first.
    private let patterns: [UInt8: [SecretPattern]]

    package init(_ secrets: [String]) {
        let texts = secrets.flatMap { secret in
            // The lines of a private key are printed one by one as well.
            let lines = secret.split(whereSeparator: \.isNewline).filter { $0.utf8.count >= 8 }.map(String.init)
            return [secret] + lines + Self.base64Forms(of: Array(secret.utf8))
        }
        let patterns = Set(texts).filter { $0.count >= Self.shortestSecret }.map(SecretPattern.init)
        self.patterns = Dictionary(grouping: patterns.sorted { $0.length > $1.length }) { $0.firstByte ?? 0 }
    }

    package func blotting(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard !patterns.isEmpty else { return Array(bytes) }
        let escaped = patterns.values.flatMap(\.self)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        var isEscaped = false
        while index < bytes.endIndex {
            let byte = bytes[index]
            let candidates = byte == UInt8(ascii: "\\") ? escaped : patterns[byte] ?? []
            if let end = candidates.lazy.compactMap({ $0.end(in: bytes, at: index) }).first {
                // A lone backslash before it would make the line broken JSON.
                if isEscaped { result.removeLast() }
                result += Array("***".utf8)
                index = end
                isEscaped = false
            } else {
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    package func blotting(_ text: String) -> String {
        String(decoding: blotting(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// What of a secret's Base64 doesn't depend on what stands around it, for each of the three ways to begin.
    private static func base64Forms(of secret: [UInt8]) -> [String] {
        guard secret.count >= 8 else { return [] }
        return (0..<3).map { offset in
            let bits = Array(repeating: 0, count: offset) + secret
            let whole = Data(bits).base64EncodedString().utf8.prefix(bits.count * 8 / 6)
            return String(decoding: whole.dropFirst((offset * 8 + 5) / 6), as: UTF8.self)
        }
    }
}
