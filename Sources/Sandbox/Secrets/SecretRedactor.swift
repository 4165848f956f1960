import Domain
import Threads

/// Replaces secrets by `***`: in plain form, as nested JSON escapes, or in Base64. Secrets of eight characters or more
/// are also found in hexadecimal, percent-encoded, in other letter case, and with line breaks or colors in between.
///
/// This protects against accidental output. It cannot stop somebody who wants to get a secret past it.
///
/// The time is linear in the length of the text, whatever its content.
package struct SecretRedactor: Sendable {
    /// Minimum length of a secret, in characters: shorter ones would match unrelated text.
    package static let shortestSecret = SecretValue.minimumLength

    /// Maximum size, in bytes, to process on the calling thread; takes about a millisecond at most.
    private static let shortText = 16_384

    /// Threads for larger texts, which also limit how many are processed at once.
    private static let threads = WorkerThreads(count: 2)

    let patterns: SecretPatterns

    package init(_ secrets: [String]) {
        patterns = SecretPatterns(secrets)
    }

    /// Redacts the bytes; on another thread if there are many.
    ///
    /// - Throws: `CancellationError` when the calling task is cancelled.
    package func redacted(_ bytes: ArraySlice<UInt8>) async throws -> [UInt8] {
        if patterns.isEmpty || bytes.count <= Self.shortText { return redacting(bytes) }
        return try await Self.threads.runCancellable { try redacting(bytes, unless: $0) }
    }

    /// Redacts a text on the calling thread; use `redacted` for long ones.
    package func redacting(_ text: String) -> String {
        String(decoding: redacting(Array(text.utf8)[...]), as: UTF8.self)
    }

    private func redacting(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        // Never cancelled, so it cannot throw.
        (try? redacting(bytes, unless: Cancellation())) ?? []
    }

    private func redacting(_ bytes: ArraySlice<UInt8>, unless cancellation: Cancellation) throws -> [UInt8] {
        guard !patterns.isEmpty else { return Array(bytes) }
        var search = SecretSearch(patterns)
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
}
