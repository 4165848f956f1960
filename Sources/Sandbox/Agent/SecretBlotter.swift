import Domain
import FoundationEssentials
import Threads

/// Puts `***` in the place of secrets, as they are, escaped in JSON however often, or in Base64.
///
/// The time is linear in the text's length, whatever is in it.
package struct SecretBlotter: Sendable {
    /// Shorter ones would blot out what has nothing to do with them.
    package static let shortestSecret = SecretValue.minimumLength

    /// What is left of a secret without its backslashes must have so many bytes, or it would be found everywhere.
    private static let shortestPattern = 2

    /// Texts up to this size may be blotted where they are, in less than a millisecond or so.
    private static let shortText = 16_384

    /// Where longer ones are, as many at once as there are threads.
    private static let threads = WorkerThreads(count: 2)

    private let automaton: PatternAutomaton

    package init(_ secrets: [String]) {
        let texts = secrets.flatMap { secret in
            // The lines of a private key are printed one by one as well.
            let lines = secret.split(whereSeparator: \.isNewline).filter { $0.utf8.count >= 8 }.map(String.init)
            return [secret] + lines + Self.base64Forms(of: Array(secret.utf8))
        }
        let patterns = Set(texts.filter { $0.count >= Self.shortestSecret }.flatMap(Self.patterns))
        automaton = PatternAutomaton(patterns)
    }

    /// - Throws: `CancellationError` once the calling task is cancelled.
    package func blotted(_ bytes: ArraySlice<UInt8>) async throws -> [UInt8] {
        if automaton.isEmpty || bytes.count <= Self.shortText { return blotting(bytes) }
        return try await Self.threads.runCancellable { try blotting(bytes, unless: $0) }
    }

    package func blotting(_ text: String) -> String {
        String(decoding: blotting(Array(text.utf8)[...]), as: UTF8.self)
    }

    private func blotting(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        // Nobody cancels it.
        (try? blotting(bytes, unless: Cancellation())) ?? []
    }

    private func blotting(_ bytes: ArraySlice<UInt8>, unless cancellation: Cancellation) throws -> [UInt8] {
        guard !automaton.isEmpty else { return Array(bytes) }
        var search = SecretSearch(automaton)
        let places = try bytes.withUnsafeBufferPointer { try search.places(in: $0, unless: cancellation) }
        guard !places.isEmpty else { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        for place in places {
            result += bytes[(bytes.startIndex + index)..<(bytes.startIndex + place.lowerBound)]
            result += Array("***".utf8)
            index = place.upperBound
        }
        return result + bytes[(bytes.startIndex + index)...]
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
