/// An event as a browser passes it to a page.
package struct ReceivedEvent: Equatable, Sendable {
    package let id: Int?
    package let type: String
    package let data: JSONValue

    package init(id: Int?, type: String, data: JSONValue) {
        self.id = id
        self.type = type
        self.data = data
    }
}

/// Parses server-sent events as the WHATWG specification defines them, from bytes split at any position.
package struct EventStreamParser: Sendable {
    /// The id that a browser would send when it reconnects.
    package private(set) var lastEventID = ""
    package private(set) var retry: Int?
    package private(set) var comments = 0

    private var line: [UInt8] = []
    private var idBuffer = ""
    private var typeBuffer = ""
    private var dataLines: [String] = []

    /// - Parameter lastEventID: the id that the client sent when it connected.
    package init(lastEventID: String = "") {
        self.lastEventID = lastEventID
        idBuffer = lastEventID
    }

    /// Returns the events that these bytes complete. Lines end with a line feed; a carriage return is an error.
    package mutating func events(in bytes: [UInt8]) throws -> [ReceivedEvent] {
        var events: [ReceivedEvent] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            line += rest[..<end]
            rest = rest[(end + 1)...]
            if let event = try take(String(decoding: line, as: UTF8.self)) { events.append(event) }
            line = []
        }
        line += rest
        return events
    }

    private mutating func take(_ line: String) throws -> ReceivedEvent? {
        guard !line.utf8.contains(UInt8(ascii: "\r")) else { throw EventStreamError.carriageReturn }
        guard !line.isEmpty else { return try dispatch() }
        guard !line.hasPrefix(":") else {
            comments += 1
            return nil
        }
        let name = line.prefix { $0 != ":" }
        var value = line.dropFirst(name.count).dropFirst()
        if value.hasPrefix(" ") { value = value.dropFirst() }
        switch name {
        case "id": idBuffer = String(value)
        case "event": typeBuffer = String(value)
        case "data": dataLines.append(String(value))
        case "retry": retry = Int(value)
        default: throw EventStreamError.unknownField(line)
        }
        return nil
    }

    private mutating func dispatch() throws -> ReceivedEvent? {
        lastEventID = idBuffer
        defer { (typeBuffer, dataLines) = ("", []) }
        guard !dataLines.isEmpty else { return nil }
        return ReceivedEvent(
            id: Int(lastEventID), type: typeBuffer.isEmpty ? "message" : typeBuffer,
            data: try JSONValue(parsing: dataLines.joined(separator: "\n")))
    }
}

package enum EventStreamError: Error {
    case carriageReturn
    case unknownField(String)
    case refused(status: Int, body: String)
}
