import CoreMetrics
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

/// `GET /livez` is answered where nothing can keep it waiting: by the connection, with no service behind it.
struct AliveTests {
    private static let question = HTTPRequestHead(
        version: .http1_1, method: .GET, uri: "/livez", headers: ["Host": "x", "x-request-id": "mine"])

    @Test func theConnectionAnswersByItselfAndTakesMore() throws {
        let channel = try Self.channel()
        for _ in 1...3 {
            try channel.writeInbound(HTTPServerRequestPart.head(Self.question))
            try channel.writeInbound(HTTPServerRequestPart.end(nil))
            let head = try Self.answer(on: channel)
            #expect(head.status == .ok)
            #expect(head.headers["x-request-id"] == ["mine"])
            #expect(head.headers["content-type"] == [MediaTypes.json])
            #expect(head.headers["connection"].isEmpty)
        }
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == nil)
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    @Test func theLastAnswerOnAConnectionClosesIt() throws {
        for (version, field) in [(HTTPVersion.http1_1, "close"), (.http1_0, "keep-alive")] {
            let channel = try Self.channel()
            var question = Self.question
            question.version = version
            question.headers.add(name: "Connection", value: field)
            try channel.writeInbound(HTTPServerRequestPart.head(question))
            try channel.writeInbound(HTTPServerRequestPart.end(nil))
            let head = try Self.answer(on: channel)
            #expect(head.version == version)
            #expect(head.headers["connection"] == ["close"])
            channel.embeddedEventLoop.advanceTime(by: ConnectionRules().lingerTime)
            #expect(!channel.isActive)
        }
    }

    @Test(arguments: [HTTPMethod.POST, .HEAD, .OPTIONS]) func othersGoToTheService(_ method: HTTPMethod) throws {
        let channel = try Self.channel(maximumRequests: 1)
        var question = Self.question
        question.method = method
        try channel.writeInbound(HTTPServerRequestPart.head(question))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == .head(question))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)
        _ = try channel.finish(acceptAlreadyClosed: true)
    }

    /// - Parameter maximumRequests: by default none is taken, as when too many are under way.
    private static func channel(maximumRequests: Int = 0) throws -> EmbeddedChannel {
        var rules = ConnectionRules()
        rules.maximumRequests = maximumRequests
        let registry = ConnectionRegistry(rules, metrics: ConnectionMetrics(in: MetricsRegistry()))
        let channel = EmbeddedChannel()
        let connection = OpenConnection(channel, network: nil)
        let handler = ConnectionHandler(connection, in: registry, logger: Logger(label: "test"))
        try channel.pipeline.syncOperations.addHandler(handler)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static func answer(on channel: EmbeddedChannel) throws -> HTTPResponseHead {
        guard case .head(let head) = try channel.readOutbound(as: HTTPServerResponsePart.self),
            case .body(.byteBuffer(let body)) = try channel.readOutbound(as: HTTPServerResponsePart.self),
            case .end = try channel.readOutbound(as: HTTPServerResponsePart.self)
        else { throw ChannelError.inputClosed }
        #expect(String(buffer: body) == #"{"status":"ok"}"#)
        return head
    }
}
