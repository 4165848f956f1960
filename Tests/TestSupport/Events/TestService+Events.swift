import Hummingbird
import HummingbirdTesting
import Logging
import Storage
package import Web

extension TestService {
    /// Like `run`, but on a real socket with a running event feed, so that streams stay open.
    package static func runLive<Value: Sendable>(
        _ timing: EventTiming = EventTiming(), queuesRuns: Bool = false,
        _ test: @Sendable (TestService) async throws -> Value
    ) async throws -> Value {
        let directory = try TemporaryDirectory()
        let clock = TestClock()
        let services = try makeServices(in: directory, clock, timing, queuesRuns: queuesRuns)
        let application = Application(
            router: makeRouter(services), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            logger: .silent)
        return try await application.test(.live) { client in
            let service = TestService(clock: clock, services: services, directory: directory, client: client)
            let feed = Task { await services.eventFeed.run(logger: .silent) }
            defer { feed.cancel() }
            let value = try await test(service)
            services.eventFeed.shutDown()
            return value
        }
    }

    /// Opens a stream; the service must be running live.
    ///
    /// - Throws: `EventStreamError.refused` for a status other than 200.
    package func follow(
        _ path: String, as credential: Credential, lastEventID: String = ""
    ) async throws -> EventConnection {
        var connection = try await EventConnection(
            "http://127.0.0.1:\(client.port ?? 0)\(path)", as: credential, lastEventID: lastEventID)
        try await connection.begin()
        return connection
    }
}
