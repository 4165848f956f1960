import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

/// One connection to a stream of events. It is cut when the last copy goes.
package struct EventConnection {
    package let headers: [String: String]
    private var body: HTTPClientResponse.Body.AsyncIterator
    private var parser: EventStreamParser
    private var received: [ReceivedEvent] = []

    /// Many streams at once are the point.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2000
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// - Parameter lastEventID: sent in the header, as a browser does that comes back.
    /// - Throws: `EventStreamError.refused` for an answer other than 200.
    package init(_ url: String, as credential: Credential, lastEventID: String = "") async throws {
        var request = HTTPClientRequest(url: url)
        for field in credential.headers { request.headers.add(name: field.name.rawName, value: field.value) }
        if !lastEventID.isEmpty { request.headers.add(name: "Last-Event-ID", value: lastEventID) }
        let response = try await Self.client.execute(request, deadline: .distantFuture)
        guard response.status == .ok else {
            let body = try await response.body.collect(upTo: 1 << 20)
            throw EventStreamError.refused(status: Int(response.status.code), body: String(buffer: body))
        }
        headers = Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
        body = response.body.makeAsyncIterator()
        parser = EventStreamParser(lastEventID: lastEventID)
    }

    package var lastEventID: String { parser.lastEventID }
    package var retry: Int? { parser.retry }
    package var comments: Int { parser.comments }

    /// The next event; `nil` when the server has ended the stream.
    package mutating func next() async throws -> ReceivedEvent? {
        while received.isEmpty {
            guard try await readOn() else { return nil }
        }
        return received.removeFirst()
    }

    /// As many events.
    package mutating func next(_ count: Int) async throws -> [ReceivedEvent] {
        var events: [ReceivedEvent] = []
        while events.count < count, let event = try await next() { events.append(event) }
        return events
    }

    /// Everything until the server ends the stream.
    package mutating func rest() async throws -> [ReceivedEvent] {
        try await next(.max)
    }

    /// Reads until the stream has said where it begins.
    package mutating func begin() async throws {
        while parser.retry == nil { _ = try await readOn() }
    }

    /// Takes what comes next, whatever it is; `false` at the end.
    package mutating func readOn() async throws -> Bool {
        guard let buffer = try await body.next() else { return false }
        received += try parser.events(in: Array(buffer.readableBytesView))
        return true
    }
}
