import Domain
import FoundationEssentials

/// The encodings in which secrets are searched for.
struct SecretPatterns: Sendable {
    /// Minimum length in bytes of a pattern without its backslashes: a shorter one would match everywhere.
    private static let shortestPattern = 2

    /// Minimum length in bytes of a loose pattern: a shorter one would match unrelated text.
    private static let shortestLoosePattern = 8

    /// Patterns for canonical text.
    let exact: PatternAutomaton
    /// Patterns for loose text.
    let loose: PatternAutomaton

    var isEmpty: Bool { exact.isEmpty && loose.isEmpty }
    /// Length of the longest pattern, in bytes.
    var longest: Int { max(exact.longest, loose.longest) }

    init(_ secrets: [String]) {
        let parts = secrets.flatMap { secret in
            // Programs may print the lines of a private key one by one.
            let lines = secret.split(whereSeparator: \.isNewline).filter { $0.utf8.count >= 8 }.map(String.init)
            return [secret] + lines + Self.base64Forms(of: Array(secret.utf8))
        }
        let known = parts.filter { $0.count >= SecretRedactor.shortestSecret }
        exact = PatternAutomaton(Set(known.flatMap(Self.patterns)))
        let long = secrets.filter { $0.count >= SecretRedactor.shortestSecret }
        let hexadecimal = long.map { $0.utf8.hexadecimal }
        let forms = (known + hexadecimal).map { LooseText.bytes(of: Array($0.utf8)) }
        loose = PatternAutomaton(Set(forms.filter { $0.count >= Self.shortestLoosePattern }))
    }

    /// The canonical forms of a secret. If its first or last characters look like a part of `\uXXXX`, their form
    /// depends on a backslash before it or on the text after it.
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

    /// The parts of a secret's Base64 that do not depend on the surrounding bytes, for each of the three alignments.
    private static func base64Forms(of secret: [UInt8]) -> [String] {
        guard secret.count >= 8 else { return [] }
        return (0..<3).map { offset in
            let bits = Array(repeating: 0, count: offset) + secret
            let whole = Data(bits).base64EncodedString().utf8.prefix(bits.count * 8 / 6)
            return String(decoding: whole.dropFirst((offset * 8 + 5) / 6), as: UTF8.self)
        }
    }
}
