import Threads

/// Looks for the first secret in a text of any length that comes in pieces, with a part of it in memory.
struct SecretWindow {
    private static let size = 1 << 20

    private let patterns: SecretPatterns
    /// How much of what was searched is searched again with what follows: a secret that is escaped, wrapped or coloured
    /// takes several times its length.
    private let overlap: Int
    private var buffer: [UInt8] = []
    /// Where the buffer begins in the text.
    private var offset = 0
    /// Where the first secret begins.
    private(set) var first: Int?

    init(_ patterns: SecretPatterns) {
        self.patterns = patterns
        overlap = 16_384 + 8 * patterns.longest
    }

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
