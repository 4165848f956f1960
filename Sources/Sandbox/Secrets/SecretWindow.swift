import Threads

/// Finds the first secret in a text of any length that arrives in pieces, keeping only a part in memory.
struct SecretWindow {
    private static let size = 1 << 20

    private let patterns: SecretPatterns
    /// Number of bytes that are searched again together with the next ones: an escaped, wrapped or colored secret takes
    /// several times its length.
    private let overlap: Int
    private var buffer: [UInt8] = []
    /// Offset of the buffer in the text.
    private var offset = 0
    /// Offset of the first secret.
    private(set) var first: Int?

    init(_ patterns: SecretPatterns) {
        self.patterns = patterns
        overlap = 16_384 + 8 * patterns.longest
    }

    /// Adds the next piece and searches once enough has arrived.
    ///
    /// - Throws: `CancellationError`.
    mutating func read(_ bytes: ArraySlice<UInt8>, unless cancellation: Cancellation) throws {
        guard first == nil else { return }
        buffer += bytes
        guard buffer.count >= Self.size + overlap else { return }
        try search(unless: cancellation)
        offset += buffer.count - overlap
        buffer.removeFirst(buffer.count - overlap)
    }

    mutating func end(unless cancellation: Cancellation) throws {
        guard first == nil else { return }
        try search(unless: cancellation)
    }

    private mutating func search(unless cancellation: Cancellation) throws {
        var search = SecretSearch(patterns)
        let places = try buffer.withUnsafeBufferPointer { try search.places(in: $0, unless: cancellation) }
        first = places.first.map { offset + $0.lowerBound }
    }
}
