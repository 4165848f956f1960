import Domain
import NIOCore

/// Parses `multipart/form-data` (RFC 7578, and the form that browsers send) incrementally. It buffers at most a
/// delimiter and the head of a part.
struct MultipartParser {
    enum Event: Equatable {
        case begin(MultipartHead)
        case content(ByteBuffer)
        case end
    }

    private enum State {
        /// Before the first delimiter, or in a part's content.
        case content(isPart: Bool)
        case afterDelimiter
        case head
        case over
    }

    /// The maximum length of a part's head in bytes: enough for a file name of 4,000 characters.
    private static let maximumHead = 32_768
    private static let maximumParts = 200

    private let delimiter: [UInt8]
    private var buffer: ByteBuffer
    private var state = State.content(isPart: false)
    private var parts = 0

    /// - Returns: `nil` for a content type without a valid boundary (RFC 2046, 5.1.1).
    init?(contentType: String) {
        guard let boundary = MultipartHead.parameter("boundary", of: contentType[...]),
            (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        buffer = ByteBuffer(string: "\r\n")
    }

    /// Whether the last delimiter was read.
    var isOver: Bool { if case .over = state { true } else { false } }

    /// - Throws: `DomainError.invalid` for a malformed form.
    mutating func events(of bytes: ByteBuffer) throws -> [Event] {
        buffer.writeImmutableBuffer(bytes)
        var events: [Event] = []
        while try step(&events) {}
        buffer.discardReadBytes()
        return events
    }

    /// - Returns: `false` when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .content(let isPart): return readContent(isPart, &events)
        case .afterDelimiter:
            guard let next = buffer.readString(length: 2) else { return false }
            guard next == "\r\n" || next == "--" else { throw DomainError.unreadableForm }
            state = next == "--" ? .over : .head
            return true
        case .head: return try readHead(&events)
        case .over:
            buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
            return false
        }
    }

    private mutating func readContent(_ isPart: Bool, _ events: inout [Event]) -> Bool {
        let view = buffer.readableBytesView
        var place = view.startIndex
        while let start = view[place...].firstIndex(of: delimiter[0]) {
            let found = view[start...].prefix(delimiter.count)
            if found.elementsEqual(delimiter.prefix(found.count)) {
                take(start - view.startIndex, isPart, &events)
                guard found.count == delimiter.count else { return false }
                buffer.moveReaderIndex(forwardBy: delimiter.count)
                if isPart { events.append(.end) }
                state = .afterDelimiter
                return true
            }
            place = start + 1
        }
        take(view.count, isPart, &events)
        return false
    }

    private mutating func take(_ count: Int, _ isPart: Bool, _ events: inout [Event]) {
        guard count > 0, let content = buffer.readSlice(length: count), isPart else { return }
        events.append(.content(content))
    }

    private mutating func readHead(_ events: inout [Event]) throws -> Bool {
        var lines: [Substring] = []
        let view = buffer.readableBytesView
        var start = view.startIndex
        while let end = view[start...].firstIndex(of: UInt8(ascii: "\n")) {
            guard let line = String(validating: view[start..<end], as: UTF8.self), line.hasSuffix("\r")
            else { throw DomainError.unreadableForm }
            start = end + 1
            guard start - view.startIndex <= Self.maximumHead else { throw DomainError.unreadableForm }
            lines.append(line.dropLast())
            guard line == "\r" else { continue }
            parts += 1
            guard parts <= Self.maximumParts, let head = MultipartHead(lines) else { throw DomainError.unreadableForm }
            buffer.moveReaderIndex(forwardBy: start - view.startIndex)
            events.append(.begin(head))
            state = .content(isPart: true)
            return true
        }
        guard view.count <= Self.maximumHead else { throw DomainError.unreadableForm }
        return false
    }
}

/// The head of a part.
struct MultipartHead: Equatable {
    /// The field's name.
    let name: String
    /// The file's name; empty if no file was chosen, `nil` for a field without a file.
    let filename: String?
    let contentType: String?

    /// - Returns: `nil` for a head that doesn't belong to a form field.
    fileprivate init?(_ lines: [Substring]) {
        var values: [String: Substring] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        }
        guard let disposition = values["content-disposition"],
            disposition.trimmingPrefix(while: \.isWhitespace).lowercased().hasPrefix("form-data"),
            let name = Self.parameter("name", of: disposition)
        else { return nil }
        self.name = name
        filename = Self.parameter("filename", of: disposition)
        contentType = values["content-type"].map { String($0).trimmed }
    }

    /// A parameter of a header field. In quoted values, browsers percent-encode quotes and line breaks, and nothing
    /// else.
    static func parameter(_ name: String, of field: Substring) -> String? {
        var rest = field
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop(while: \.isWhitespace)
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }), rest[equals] == "=" else { continue }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                guard let end = rest.firstIndex(of: "\"") else { return nil }
                value = rest[..<end]
                rest = rest[rest.index(after: end)...]
            } else {
                value = rest.prefix { $0 != ";" }
                rest = rest[value.endIndex...]
            }
            guard key == name else { continue }
            return String(value).trimmed.replacing("%22", with: "\"").replacing("%0D", with: "\r")
                .replacing("%0A", with: "\n")
        }
        return nil
    }
}
