import Threads

/// Finds the secrets in a text in one pass, as canonical and as loose text at once.
struct SecretSearch {
    /// Number of bytes between two checks for cancellation.
    private static let stretch = 262_144

    private let isLoose: Bool
    private var canonical = CanonicalText()
    private var loose = LooseText()
    private var exactMatches: PatternMatches
    private var looseMatches: PatternMatches

    init(_ patterns: SecretPatterns) {
        exactMatches = PatternMatches(patterns.exact)
        looseMatches = PatternMatches(patterns.loose)
        isLoose = !patterns.loose.isEmpty
    }

    /// - Returns: the matches in order; overlapping ones are merged.
    mutating func places(
        in bytes: UnsafeBufferPointer<UInt8>, unless cancellation: Cancellation
    ) throws(CancellationError) -> [Range<Int>] {
        while canonical.offset < bytes.count {
            try cancellation.check()
            let end = min(canonical.offset + Self.stretch, bytes.count)
            while canonical.offset < end {
                let start = canonical.offset
                let byte = bytes[start]
                if canonical.pass(byte) { take(byte, false, start, start &+ 1) } else { read(bytes) }
            }
        }
        var canonical = canonical
        canonical.finish { take($0, $1, $2, $3) }
        var loose = loose
        loose.finish { looseMatches.take($0, $1, $2) }
        return Self.union(exactMatches.places, looseMatches.places)
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        // On a copy: the closure changes `self` while the copy is read.
        var canonical = canonical
        canonical.readNext(of: bytes) { take($0, $1, $2, $3) }
        self.canonical = canonical
    }

    private mutating func take(_ byte: UInt8, _ isEscaped: Bool, _ start: Int, _ end: Int) {
        exactMatches.take(byte, start, end)
        guard isLoose else { return }
        if let byte = loose.plain(byte, isEscaped: isEscaped) { return looseMatches.take(byte, start, end) }
        var loose = loose
        loose.read(byte, isEscaped: isEscaped, start, end) { looseMatches.take($0, $1, $2) }
        self.loose = loose
    }

    private static func union(_ some: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
        if others.isEmpty { return some }
        var result: [Range<Int>] = []
        for place in (some + others).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound > place.lowerBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                result.append(place)
            }
        }
        return result
    }
}
