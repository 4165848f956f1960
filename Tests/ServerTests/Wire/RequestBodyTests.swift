import Foundation
import NIOCore
import TestSupport
import Testing
import Web

/// Bodies that are slow, broken off, unwanted or asked for.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct RequestBodyTests {
    private static let head = "POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

    private func run(
        _ rules: ConnectionRules = ConnectionRules(), _ log: RecordedLog = RecordedLog(),
        _ test: @Sendable @escaping (RunningServer, SessionHome) async throws -> Void
    ) async throws {
        let home = try await SessionHome(sessions: 1)
        try await RunningServer.run(in: home.directory, rules: rules, logger: log.logger) { server in
            try await test(server, home)
        }
        #expect(log.lines.filter { $0.hasPrefix("error") } == [])
    }

    @Test(arguments: ["Content-Length: 16000", "Transfer-Encoding: chunked"])
    func aByteNowAndThenDoesNotRenewTheDeadline(_ framing: String) async throws {
        var rules = ConnectionRules()
        rules.bodyTime = .milliseconds(300)
        try await run(rules) { server, _ in
            let client = try await RawClient(to: server)
            try await client.send("\(Self.head)\(framing)\r\n\r\n")
            try await eventually {
                client.trySending(framing.contains("chunked") ? "1\r\n \r\n" : " ")
                return client.isEnded
            }
            #expect(client.text.hasPrefix("HTTP/1.1 408 "))
            #expect(client.text.lowercased().contains("connection: close"))
        }
    }

    @Test func aSlowBodyThatGetsOnHasTheTimeItNeeds() async throws {
        var rules = ConnectionRules()
        rules.bodyTime = .seconds(2)
        rules.bodyRate = 1
        try await run(rules) { server, home in
            let client = try await RawClient(to: server)
            let line = #"{"type":"system"}"# + "\n"
            let count = 30
            try await client.send(
                """
                POST /api/sessions/\(home.sessions[0])/messages HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\
                Content-Type: application/x-ndjson\r\nContent-Length: \(line.utf8.count * count)\r\n\r\n
                """)
            for _ in 0..<count {
                try await client.send(line)
                try await Task.sleep(for: .milliseconds(80))
            }
            try await client.expect("HTTP/1.1 201 ")
        }
    }

    @Test(arguments: [true, false])
    func aBodyThatBreaksOffIsNeitherTakenNorAnError(_ isReset: Bool) async throws {
        let log = RecordedLog()
        try await run(ConnectionRules(), log) { server, home in
            let client = try await RawClient(to: server)
            try await client.send(
                """
                POST /api/sessions/\(home.sessions[0])/messages HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\
                Content-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n{"type":"system"}\n
                """)
            if isReset { try await client.reset() } else { try await client.endSending() }
            try await eventually { log.lines.contains { $0.contains("499") } }
            let messages = try await server.get(
                "/api/sessions/\(home.sessions[0])/messages", key: home.keyText)
            #expect(messages.status == 200 && !messages.body.contains("system"))
            let metrics = try await server.get("/metrics", key: home.keyText).body
            #expect(metrics.contains("lodestone_abandoned_requests_total 1\n"))
        }
    }

    @Test func credentialsComeBeforeTheBody() async throws {
        try await run { server, home in
            for path in ["/api/sessions", "/api/sessions/\(home.sessions[0])/messages", "/api/me/password"] {
                let answer = try await RawClient(to: server).exchange(
                    """
                    POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
                    Content-Length: 30000000\r\n\r\n
                    """)
                #expect(answer.hasPrefix("HTTP/1.1 401 "))
                #expect(answer.lowercased().contains("connection: close"))
            }
        }
    }

    @Test func anAnswerArrivesThoughTheBodyIsStillBeingSent() async throws {
        try await run { server, _ in
            let client = try await RawClient(to: server)
            client.trySending("\(Self.head)Content-Length: 30000000\r\n\r\n")
            let piece = String(repeating: " ", count: 100_000)
            for _ in 0..<100 { client.trySending(piece) }
            try await client.expect("HTTP/1.1 413 ")
            try await eventually { client.isEnded }
            #expect(client.text.hasSuffix("}"))
        }
    }

    @Test func aShortBodyThatNobodyWantsCostsNoConnection() async throws {
        try await run { server, _ in
            let client = try await RawClient(to: server)
            try await client.send("POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
            try await client.expect("HTTP/1.1 401 ")
            try await client.send(String(repeating: " ", count: 1000) + "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
            try await client.expect("HTTP/1.1 200 ")
            #expect(!client.isEnded)
        }
    }

    @Test func aClientThatAsksIsToldToSendItsBody() async throws {
        try await run { server, _ in
            let client = try await RawClient(to: server)
            try await client.send("\(Self.head)Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            try await client.expect("HTTP/1.1 100 Continue\r\n\r\n")
            try await client.send("{}")
            try await client.expect("HTTP/1.1 400 ")
            #expect(client.text.components(separatedBy: "100 Continue").count == 2)
        }
    }

    @Test(arguments: ["Content-Length: 2", "Content-Length: 99999"])
    func aClientThatAsksInVainGetsTheAnswerAtOnce(_ length: String) async throws {
        try await run { server, _ in
            let answer = try await RawClient(to: server).exchange(
                "POST /api/sessions HTTP/1.1\r\nHost: x\r\n\(length)\r\nExpect: 100-continue\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 401 "))
            #expect(answer.lowercased().contains("connection: close"))
        }
    }
}
