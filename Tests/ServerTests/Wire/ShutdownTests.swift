import Domain
import Foundation
import NIOCore
import TestSupport
import Testing
import Web

/// A server that is asked to stop does so, whatever its clients do.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct ShutdownTests {
    private static let unfinished = """
        POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\
        Expect: 100-continue\r\n\r\n
        """

    @Test func clientsThatDoNothingHoldNothingUp() async throws {
        let home = try await SessionHome(sessions: 1)
        var rules = ConnectionRules()
        rules.shutdownTime = .milliseconds(200)
        let clients = Clients()
        // Ends only when the server has ended.
        try await RunningServer.run(in: home.directory, rules: rules) { server in
            let text = String(repeating: "y", count: 1_000_000)
            let line = #"{"type":"assistant","message":{"content":[{"type":"text","text":"\#(text)"}]}}"#
            for _ in 0..<8 { try await server.report([line], to: home.sessions[0].rawValue, as: home.key) }
            let silent = try await RawClient(to: server)
            let body = try await RawClient(to: server)
            try await body.send(Self.unfinished)
            try await body.expect("100 Continue")
            let stream = try await RawClient(to: server)
            try await stream.send("GET /api/events HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\r\n")
            try await stream.expect("retry:")
            let blind = try await RawClient(to: server, reads: false)
            try await blind.send(
                "GET /api/sessions/\(home.sessions[0])/export HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\r\n"
            )
            await clients.keep([silent, body, stream, blind])
        }
    }

    @Test func aRequestUnderWayIsAnsweredAndTheConnectionSaysGoodbye() async throws {
        let home = try await SessionHome(sessions: 0)
        let clients = Clients()
        try await RunningServer.run(in: home.directory) { server in
            let client = try await RawClient(to: server)
            try await client.send(Self.unfinished)
            try await client.expect("100 Continue")
            await clients.keep([client])
            // The server is stopping by the time that the client goes on: new connections are refused.
            await clients.later {
                try await eventually { (try? await RawClient(to: server)) == nil }
                return try await client.exchange("{}")
            }
        }
        let answer = try await clients.outcome()
        #expect(answer.contains("HTTP/1.1 400 ") && answer.lowercased().contains("connection: close"))
    }

    @Test func aRequestThatIsOnItsWayIsAnsweredToo() async throws {
        let home = try await SessionHome(sessions: 0)
        var rules = ConnectionRules()
        rules.farewellTime = .minutes(1)
        rules.shutdownTime = .minutes(2)
        let clients = Clients()
        try await RunningServer.run(in: home.directory, rules: rules) { server in
            let client = try await RawClient(to: server)
            try await client.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
            try await client.expect("HTTP/1.1 200 ")
            await clients.keep([client])
            await clients.later {
                try await eventually { (try? await RawClient(to: server)) == nil }
                return try await client.exchange("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
            }
        }
        let answers = try await clients.outcome().lowercased().components(separatedBy: "http/1.1 200 ")
        #expect(answers.count == 3)
        #expect(answers.last?.contains("connection: close") ?? false)
    }
}

/// Clients that outlive their server.
private actor Clients {
    private var kept: [RawClient] = []
    private var work: Task<String, any Error>?

    func keep(_ clients: [RawClient]) {
        kept += clients
    }

    func later(_ work: @escaping @Sendable () async throws -> String) {
        self.work = Task { try await work() }
    }

    func outcome() async throws -> String {
        try await work?.value ?? ""
    }
}
