import Domain
import NIOCore

/// The bytes of an event stream, in the format of server-sent events (WHATWG HTML, section 9.2).
enum EventText {
    /// A comment, which keeps an idle connection from being mistaken for a dead one.
    static let comment = ByteBuffer(string: ":\n\n")

    /// The beginning of every stream. A block without data is not an event, but sets the position from which a client
    /// reconnects.
    static func start(at position: Int) -> ByteBuffer {
        ByteBuffer(string: ":\nretry: 2000\nid: \(position)\n\n")
    }

    /// States that events before this position are missing.
    static func reset(at position: Int) -> ByteBuffer {
        block(id: position, type: "reset", data: Array("{}".utf8))
    }

    static func event(_ event: Event) -> ByteBuffer {
        var json = JSONWriter()
        json.subject(of: event)
        return block(id: event.number, type: event.type.rawValue, data: json.bytes)
    }

    /// The changing parts of a session's page, without the line that gives the position.
    static func page(_ json: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(json.count + 64)
        buffer.writeString("event: page.updated\ndata: ")
        buffer.writeBytes(json)
        buffer.writeString("\n\n")
        return buffer
    }

    /// The first line of a block.
    static func position(_ position: Int) -> ByteBuffer {
        ByteBuffer(string: "id: \(position)\n")
    }

    private static let lineBreaks = UInt8(ascii: "\n")...UInt8(ascii: "\r")

    private static func block(id: Int, type: String, data: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(data.count + 64)
        buffer.writeString("id: \(id)\nevent: \(type)\ndata: ")
        // In JSON, a line break can only be white space between two tokens, but here it would end the data.
        buffer.writeBytes(data.lazy.map { Self.lineBreaks.contains($0) ? UInt8(ascii: " ") : $0 })
        buffer.writeString("\n\n")
        return buffer
    }
}

extension JSONWriter {
    /// The object that an event is about, as elsewhere in the API.
    fileprivate mutating func subject(of event: Event) {
        switch event.subject {
        case .session(let session): self.session(session)
        case .deletedSession: object { $0.field("id", event.session.rawValue) }
        case .message(let message): placedMessage(message, of: event.session)
        case .withdrawnMessage(let sequence):
            object { json in
                json.field("sequence", sequence)
                json.field("sessionId", event.session.rawValue)
            }
        case .task(let task): self.task(task, of: event.session)
        case .removedTask(let id):
            object { json in
                json.field("id", id)
                json.field("sessionId", event.session.rawValue)
            }
        case .request(let request): agentRequest(request, of: event.session)
        case .run(let run): self.run(run, of: event.session)
        case .stats(let stats): self.stats(stats)
        }
    }
}
