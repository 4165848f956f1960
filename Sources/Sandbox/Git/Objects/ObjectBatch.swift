/// Parses the output of `git cat-file --batch='%(objectname) %(objecttype) %(objectsize) %(rest)'` piece by piece.
struct ObjectBatch {
    struct Header: Equatable {
        let id: String
        let type: String
        let size: Int
        /// The object's path in its commit.
        let path: [UInt8]
    }

    enum Event {
        case begin(Header)
        case content(ArraySlice<UInt8>)
        case end
    }

    enum Problem: Error {
        /// An object is missing, or the output is not in git's format.
        case unreadable(String)
    }

    private enum State {
        case header
        case content(remaining: Int)
        /// Before the line feed that follows each object.
        case after
    }

    /// In bytes; longer than any path that git prints.
    private static let longestHeader = 1 << 20

    private var state = State.header
    private var header: [UInt8] = []

    /// Whether the output ended between two objects.
    var isComplete: Bool {
        if case .header = state { return header.isEmpty }
        return false
    }

    /// - Throws: `Problem`, and the errors of `take`.
    mutating func read(_ bytes: [UInt8], _ take: (Event) throws -> Void) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch state {
            case .header:
                let end = rest.firstIndex(of: UInt8(ascii: "\n"))
                header += rest[..<(end ?? rest.endIndex)]
                rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
                guard header.count <= Self.longestHeader else { throw Problem.unreadable("") }
                guard end != nil else { return }
                let known = try Header(header)
                header = []
                try take(.begin(known))
                try proceed(known.size, take)
            case .content(let remaining):
                let part = rest.prefix(remaining)
                rest = rest[part.endIndex...]
                try take(.content(part))
                try proceed(remaining - part.count, take)
            case .after:
                rest = rest.dropFirst()
                state = .header
            }
        }
    }

    private mutating func proceed(_ remaining: Int, _ take: (Event) throws -> Void) throws {
        state = remaining > 0 ? .content(remaining: remaining) : .after
        if remaining == 0 { try take(.end) }
    }
}

extension ObjectBatch.Header {
    fileprivate init(_ line: [UInt8]) throws {
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3, omittingEmptySubsequences: false)
        let words = parts.prefix(3).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count >= 3, let size = Int(words[2]), size >= 0 else {
            throw ObjectBatch.Problem.unreadable(String(decoding: line.prefix(200), as: UTF8.self))
        }
        self.init(id: words[0], type: words[1], size: size, path: parts.count > 3 ? Array(parts[3]) : [])
    }
}
