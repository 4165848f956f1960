import Domain
import Threads

/// Puts `***` in the place of secrets: as they are, escaped in JSON however often, or in Base64; those of eight characters
/// and more also in hexadecimal, percent-encoded, in upper or lower case, and with line breaks or colours in between.
///
/// It guards against what is printed by accident. Somebody who wants to get a secret past it can.
///
/// The time is linear in the text's length, whatever is in it.
package struct SecretBlotter: Sendable {
    /// Shorter ones would blot out what has nothing to do with them.
    package static let shortestSecret = SecretValue.minimumLength

    /// Texts up to this size may be blotted where they are, in less than a millisecond or so.
    private static let shortText = 16_384

    /// Where longer ones are, as many at once as there are threads.
    private static let threads = WorkerThreads(count: 2)

    let patterns: SecretPatterns

    package init(_ secrets: [String]) {
        patterns = SecretPatterns(secrets)
    }

    /// - Throws: `CancellationError` once the calling task is cancelled.
    package func blotted(_ bytes: ArraySlice<UInt8>) async throws -> [UInt8] {
        if patterns.isEmpty || bytes.count <= Self.shortText { return blotting(bytes) }
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
