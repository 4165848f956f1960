import Domain
import FoundationEssentials

/// The forms in which secrets are looked for.
struct SecretPatterns: Sendable {
    /// What is left of a secret without its backslashes must have so many bytes, or it would be found everywhere.
    private static let shortestPattern = 2

    /// Shorter ones, read loosely, would be found in what has nothing to do with them.
    private static let shortestLoosePattern = 8

    /// As they are compared with canonical text.
    let exact: PatternAutomaton
    /// As they are compared with loose text.
    let loose: PatternAutomaton

    var isEmpty: Bool { exact.isEmpty && loose.isEmpty }
    /// Of all patterns, in bytes.
    var longest: Int { max(exact.longest, loose.longest) }

    init(_ secrets: [String]) {
        let parts = secrets.flatMap { secret in
            // The lines of a private key are printed one by one as well.
            let lines = secret.split(whereSeparator: \.isNewline).filter { $0.utf8.count >= 8 }.map(String.init)
            return [secret] + lines + Self.base64Forms(of: Array(secret.utf8))
        }
        let known = parts.filter { $0.count >= SecretBlotter.shortestSecret }
        exact = PatternAutomaton(Set(known.flatMap(Self.patterns)))
        let long = secrets.filter { $0.count >= SecretBlotter.shortestSecret }
        let hexadecimal = long.map { $0.utf8.hexadecimal }
        let forms = (known + hexadecimal).map { LooseText.bytes(of: Array($0.utf8)) }
        loose = PatternAutomaton(Set(forms.filter { $0.count >= Self.shortestLoosePattern }))
    }

    /// How a secret reads wherever it may stand: a backslash before it or the text after it may change how its first or
    /// last characters are read, when these look like a part of `\uXXXX`.
    private static func patterns(of secret: String) -> [[UInt8]] {
        let bytes = Array(secret.utf8)
        var forms = [bytes]
        if bytes.first == UInt8(ascii: "u") { forms.append([UInt8(ascii: "\\")] + bytes) }
        let tail = bytes.suffix(5)
        if let backslash = tail.lastIndex(of: UInt8(ascii: "\\")), tail.endIndex > backslash + 1,
            tail[backslash + 1] == UInt8(ascii: "u")
        {
            forms.append(Array(bytes[..<backslash]))
        }
        return forms.map(CanonicalText.bytes).filter { $0.count >= shortestPattern }
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
