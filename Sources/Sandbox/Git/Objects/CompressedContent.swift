/// Decompresses the compressed content of a file as a stream: a sequence of zlib or gzip streams, or the members of a
/// zip archive.
struct CompressedContent {
    /// Maximum decompressed size per file, in bytes: a small file can expand to any size.
    static let limit = 64 << 20

    private enum State {
        /// Fewer than two bytes have arrived.
        case beginning([UInt8])
        case stream(Inflater)
        /// Searches for the header of the next zip member; this many bytes of its signature have matched.
        case zip(matched: Int)
        case header([UInt8])
        case skipping(Int, isDeflated: Bool)
        case member(Inflater)
        case done
    }

    /// The signature of a member's local file header in a zip archive (APPNOTE.TXT, 4.3.7).
    private static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let headerSize = 30

    private var state = State.beginning([])
    private var taken = 0

    /// - Parameter take: called with each piece of decompressed content.
    mutating func read(_ bytes: ArraySlice<UInt8>, _ take: ([UInt8]) throws -> Void) throws {
        var rest = bytes
        while !rest.isEmpty {
            if case .done = state { return }
            try step(&rest, take)
        }
    }

    private mutating func step(_ rest: inout ArraySlice<UInt8>, _ take: ([UInt8]) throws -> Void) throws {
        switch state {
        case .beginning(let known):
            let first = known + rest.prefix(2 - known.count)
            guard first.count == 2 else {
                state = .beginning(first)
                rest = []
                return
            }
            if Self.isStream(first) {
                let inflater = Inflater(.detected)
                state = .stream(inflater)
                if !known.isEmpty { _ = try inflater.inflate(known[...], { _ in true }) }
            } else {
                state = .zip(matched: known.first == Self.signature[0] ? 1 : 0)
            }
        case .stream(let inflater):
            try inflate(&rest, with: inflater, take) { _ in .beginning([]) }
        case .member(let inflater):
            try inflate(&rest, with: inflater, take) { _ in .zip(matched: 0) }
        case .zip(let matched):
            search(&rest, matched)
        case .header(let known):
            let header = known + rest.prefix(Self.headerSize - known.count)
            rest = rest.dropFirst(header.count - known.count)
            state = header.count == Self.headerSize ? Self.afterHeader(header) : .header(header)
        case .skipping(let count, let isDeflated):
            let part = rest.prefix(count)
            rest = rest.dropFirst(part.count)
            state = .skipping(count - part.count, isDeflated: isDeflated)
            if part.count == count { state = isDeflated ? .member(Inflater(.deflate)) : .zip(matched: 0) }
        case .done: rest = []
        }
    }

    private mutating func inflate(
        _ rest: inout ArraySlice<UInt8>, with inflater: Inflater, _ take: ([UInt8]) throws -> Void,
        then next: (ArraySlice<UInt8>) -> State
    ) throws {
        var taken = taken
        let stop = try inflater.inflate(rest) { output in
            try take(output)
            taken += output.count
            return taken < Self.limit
        }
        self.taken = taken
        switch stop {
        case .input: rest = []
        case .end(let consumed):
            rest = rest.dropFirst(consumed)
            state = next(rest)
        case .dead:
            // An archive may begin with the same bytes; then its members are found by their signatures.
            state = taken < Self.limit ? .zip(matched: 0) : .done
        }
    }

    private mutating func search(_ rest: inout ArraySlice<UInt8>, _ matched: Int) {
        var matched = matched
        for (index, byte) in zip(rest.indices, rest) {
            matched = byte == Self.signature[matched] ? matched + 1 : byte == Self.signature[0] ? 1 : 0
            guard matched == Self.signature.count else { continue }
            rest = rest[(index + 1)...]
            state = .header(Self.signature)
            return
        }
        rest = []
        state = .zip(matched: matched)
    }

    /// The state after a member's header: skip its name and extra fields, then read its content.
    private static func afterHeader(_ header: [UInt8]) -> State {
        func number(_ place: Int) -> Int { Int(header[place]) | Int(header[place + 1]) << 8 }
        let length = number(26) + number(28)
        let isDeflated = number(8) == 8
        if length > 0 { return .skipping(length, isDeflated: isDeflated) }
        return isDeflated ? .member(Inflater(.deflate)) : .zip(matched: 0)
    }

    /// Whether a file starts like gzip (RFC 1952) or zlib (RFC 1950).
    private static func isStream(_ first: [UInt8]) -> Bool {
        let isZlib = first[0] & 0x0F == 8 && (Int(first[0]) << 8 | Int(first[1])) % 31 == 0
        return first == [0x1F, 0x8B] || isZlib
    }
}
