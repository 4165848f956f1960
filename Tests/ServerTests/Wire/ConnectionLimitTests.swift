import Domain
import Foundation
import NIOCore
import TestSupport
import Testing
import Web

/// The limits of connections and requests, and the responses above them.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct ConnectionLimitTests {
    private static let question = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
    /// Holds its connection for as long as bodies may take.
    private static let unfinished = """
        POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\
        Expect: 100-continue\r\n\r\n
        """

    private func rules(_ count: Int, ofOneNetwork: Int) -> ConnectionRules {
        var rules = ConnectionRules()
        rules.maximumConnections = count
        rules.maximumOfOneNetwork = ofOneNetwork
        return rules
    }

    private func busyClient(of server: RunningServer) async throws -> RawClient {
        let client = try await RawClient(to: server)
        try await client.send(Self.unfinished)
        try await client.expect("100 Continue")
        return client
    }

    private func run(
        _ rules: ConnectionRules, _ test: @Sendable @escaping (RunningServer) async throws -> Void
    ) async throws {
        let home = try await SessionHome(sessions: 0)
        try await RunningServer.run(in: home.directory, rules: rules, test)
    }

    @Test(arguments: [(2, 10), (10, 2)])
    func whoIsOneTooManyIsToldSo(_ all: Int, _ ofOneNetwork: Int) async throws {
        try await run(rules(all, ofOneNetwork: ofOneNetwork)) { server in
            let clients = [try await busyClient(of: server), try await busyClient(of: server)]
            let answer = try await RawClient(to: server).exchange(Self.question)
            #expect(answer.hasPrefix("HTTP/1.1 503 "))
            #expect(answer.contains("retry-after: ") || answer.contains("Retry-After: "))
            #expect(answer.contains("Connection: close"))
            let ended = clients.filter(\.isEnded)
            #expect(ended.isEmpty)
        }
    }

    @Test func aConnectionWithoutARequestMakesRoom() async throws {
        try await run(rules(2, ofOneNetwork: 2)) { server in
            let busy = try await busyClient(of: server)
            let idle = try await RawClient(to: server)
            try await idle.send(Self.question)
            try await idle.expect("HTTP/1.1 200 ")
            let newcomer = try await RawClient(to: server)
            try await newcomer.send(Self.question)
            try await newcomer.expect("HTTP/1.1 200 ")
            try await eventually { idle.isEnded }
            #expect(!busy.isEnded)
        }
    }

    @Test func aProxyIsNotOneClient() async throws {
        var rules = rules(10, ofOneNetwork: 1)
        rules.isTrustedProxy = { $0.ipAddress == "127.0.0.1" }
        try await run(rules) { server in
            let clients = [try await busyClient(of: server), try await busyClient(of: server)]
            let ended = clients.filter(\.isEnded)
            #expect(ended.isEmpty)
        }
    }

    @Test func aPlaceIsFreeAgainOnceItsConnectionCloses() async throws {
        try await run(rules(1, ofOneNetwork: 1)) { server in
            try await busyClient(of: server).reset()
            try await eventually {
                try await RawClient(to: server).exchange("GET /livez HTTP/1.0\r\n\r\n").contains(" 200 ")
            }
        }
    }

    @Test func whatIsTooMuchIsRefusedAtOnceAndLivezIsNot() async throws {
        var rules = ConnectionRules()
        rules.maximumRequests = 0
        rules.shedPause = .milliseconds(1)
        try await run(rules) { server in
            let client = try await RawClient(to: server)
            for number in 1...3 {
                try await client.send("GET /api/sessions HTTP/1.1\r\nHost: x\r\n\r\n")
                try await eventually { client.text.components(separatedBy: "HTTP/1.1 503 ").count == number + 1 }
            }
            #expect(client.text.lowercased().contains("retry-after: 2"))
            #expect(!client.isEnded && !client.text.lowercased().contains("connection: close"))
            try await client.send(Self.question)
            try await client.expect("HTTP/1.1 200 ")
            let withBody = try await RawClient(to: server).exchange(Self.unfinished)
            #expect(withBody.hasPrefix("HTTP/1.1 503 ") && withBody.contains("Connection: close"))
        }
    }

    @Test func aClientWithoutARequestIsClosedOn() async throws {
        var rules = ConnectionRules()
        rules.headTime = .milliseconds(200)
        rules.idleTime = .milliseconds(100)
        try await run(rules) { server in
            let silent = try await RawClient(to: server)
            try await eventually { silent.isEnded }
            let unfinished = try await RawClient(to: server)
            try await eventually {
                unfinished.trySending("X: y\r\n")
                return unfinished.isEnded
            }
            let once = try await RawClient(to: server)
            let answer = try await once.exchange(Self.question)
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func whoDoesNotReadAnAnswerIsClosedOn() async throws {
        let home = try await SessionHome(sessions: 1)
        var rules = ConnectionRules()
        rules.writeTime = .milliseconds(400)
        try await RunningServer.run(in: home.directory, rules: rules) { server in
            let text = String(repeating: "y", count: 1_000_000)
            let line = #"{"type":"assistant","message":{"content":[{"type":"text","text":"\#(text)"}]}}"#
            for _ in 0..<12 { try await server.report([line], to: home.sessions[0].rawValue, as: home.key) }
            for path in ["", "/export"] {
                let client = try await RawClient(to: server, reads: false)
                try await client.send(
                    "GET /api/sessions/\(home.sessions[0])\(path) HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\r\n"
                )
                try await eventually {
                    let metrics = try await server.get("/metrics", key: home.keyText).body
                    return metrics.contains(#"closed_connections_total{slow="reader"} \#(path.isEmpty ? 1 : 2)"#)
                }
                withExtendedLifetime(client) {}
            }
        }
    }
}
