import FoundationEssentials

/// Makes a value of the tokens of a text.
struct OrderedJSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var scanner: JSONScanner

    private static let maximumDepth = 512

    /// - Parameter bytes: UTF-8 that outlives the parser.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        scanner = JSONScanner(bytes)
    }

    /// The text's only value.
    mutating func value() throws -> OrderedJSON {
        let value = try value(from: scanner.next(), depth: 0)
        guard scanner.next() == nil else { throw error }
        return value
    }

    /// That the last token isn't one that may be here.
    private var error: OrderedJSON.SyntaxError { OrderedJSON.SyntaxError(offset: scanner.start) }

    /// - Parameter first: the value's first token.
    private mutating func value(from first: JSONScanner.Token?, depth: Int) throws -> OrderedJSON {
        guard depth < Self.maximumDepth else { throw error }
        switch first {
        case .objectStart: return .object(try members(depth: depth))
        case .arrayStart: return .array(try elements(depth: depth))
        case .string(let range): return .string(try text(of: range))
        case .literal(let range): return .literal(String(decoding: bytes[range], as: UTF8.self))
        case .objectEnd, .arrayEnd, .comma, .colon, .openString, nil: throw error
        }
    }

    private mutating func members(depth: Int) throws -> [(name: String, value: OrderedJSON)] {
        var members: [(name: String, value: OrderedJSON)] = []
        var token = scanner.next()
        guard token != .objectEnd else { return members }
        while true {
            guard case .string(let range)? = token else { throw error }
            let name = try text(of: range)
            guard scanner.next() == .colon else { throw error }
            members.append((name, try value(from: scanner.next(), depth: depth + 1)))
            switch scanner.next() {
            case .comma: token = scanner.next()
            case .objectEnd: return members
            default: throw error
            }
        }
    }

    private mutating func elements(depth: Int) throws -> [OrderedJSON] {
        var elements: [OrderedJSON] = []
        var token = scanner.next()
        guard token != .arrayEnd else { return elements }
        while true {
            elements.append(try value(from: token, depth: depth + 1))
            switch scanner.next() {
            case .comma: token = scanner.next()
            case .arrayEnd: return elements
            default: throw error
            }
        }
    }

    /// - Parameter range: of a string with its quotes.
    private func text(of range: Range<Int>) throws -> String {
        let inner = bytes[range].dropFirst().dropLast()
        if !inner.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) {
            return String(decoding: inner, as: UTF8.self)
        }
        return try JSONDecoder().decode(String.self, from: Data(bytes[range]))
    }
}
