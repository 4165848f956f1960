import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

/// A connection to an event stream. It closes when the last copy is gone.
package struct EventConnection {
    package let headers: [String: String]
    private var body: HTTPClientResponse.Body.AsyncIterator
    private var parser: EventStreamParser
    private var received: [ReceivedEvent] = []

    /// Tests open many streams at once.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2000
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Connects to a stream.
    ///
    /// - Parameter lastEventID: sent as `Last-Event-ID`, as by a browser that reconnects; not sent if empty.
    /// - Throws: `EventStreamError.refused` for a status other than 200.
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

    /// The next event; `nil` after the server ended the stream.
    package mutating func next() async throws -> ReceivedEvent? {
        while received.isEmpty {
            guard try await readOn() else { return nil }
        }
        return received.removeFirst()
    }

    /// The next `count` events; fewer if the stream ends.
    package mutating func next(_ count: Int) async throws -> [ReceivedEvent] {
        var events: [ReceivedEvent] = []
        while events.count < count, let event = try await next() { events.append(event) }
        return events
    }

    /// All events until the server ends the stream.
    package mutating func rest() async throws -> [ReceivedEvent] {
        try await next(.max)
    }

    /// Reads until the `retry` field has arrived, with which every stream begins.
    package mutating func begin() async throws {
        while parser.retry == nil { _ = try await readOn() }
    }

    /// Reads the next bytes, whether they complete an event or not.
    ///
    /// - Returns: `false` at the end of the stream.
    package mutating func readOn() async throws -> Bool {
        guard let buffer = try await body.next() else { return false }
        received += try parser.events(in: Array(buffer.readableBytesView))
        return true
    }
}
