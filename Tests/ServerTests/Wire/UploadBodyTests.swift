import AsyncHTTPClient
import GRDB
import NIOCore
import NIOHTTP1
import Storage
import TestSupport
import Testing
import Web

/// Files that come slowly, or not to their end.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct UploadBodyTests {
    private func run(
        _ rules: ConnectionRules = ConnectionRules(), _ log: RecordedLog = RecordedLog(),
        _ test:
            @Sendable @escaping (RunningServer, SessionHome, _ head: @Sendable (String) -> String) async throws -> Void
    ) async throws {
        let home = try await SessionHome(sessions: 1)
        try await RunningServer.run(in: home.directory, rules: rules, logger: log.logger) { server in
            var request = HTTPClientRequest(url: "\(server.address)/api/auth/sign-in")
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(
                ByteBuffer(string: #"{"email":"alice@example.com","password":"\#(TestService.password)"}"#))
            let cookie = try await server.send(request).headers.first(name: "set-cookie")?.prefix { $0 != ";" } ?? ""
            try await test(server, home) { path in
                "POST \(path) HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\nSec-Fetch-Site: same-origin\r\n"
            }
        }
        #expect(!log.lines.contains { $0.hasPrefix("error") }, "\(log.lines)")
    }

    private static func files(_ home: SessionHome) async throws -> Int? {
        try await DatabaseQueue(path: home.directory.dataDirectory.databasePath).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM attachments")
        }
    }

    @Test func anUploadWithoutAnEndIsGivenUp() async throws {
        var rules = ConnectionRules()
        rules.bodyTime = .milliseconds(300)
        try await run(rules) { server, home, head in
            let client = try await RawClient(to: server)
            try await client.send(head("/api/attachments?filename=a") + "Transfer-Encoding: chunked\r\n\r\n")
            try await eventually {
                client.trySending("1\r\nx\r\n")
                return client.isEnded
            }
            #expect(client.text.hasPrefix("HTTP/1.1 408 "))
            #expect(try await Self.files(home) == 0)
        }
    }

    @Test(arguments: [true, false])
    func anUploadThatBreaksOffLeavesNothing(_ isForm: Bool) async throws {
        let log = RecordedLog()
        try await run(ConnectionRules(), log) { server, home, head in
            let client = try await RawClient(to: server)
            let page = "/organizations/\(home.organization)/sessions/new"
            let type = isForm ? "multipart/form-data; boundary=x" : "text/plain"
            let part = "--x\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"a\"\r\n\r\nhalf"
            try await client.send(
                head(isForm ? page : "/api/attachments?filename=a")
                    + "Content-Type: \(type)\r\nContent-Length: 100000\r\n\r\n\(part)")
            try await client.endSending()
            try await eventually { client.isEnded }
            #expect(try await Self.files(home) == 0)
            let whole = try await RawClient(to: server)
            try await whole.send(
                head("/api/attachments?filename=a") + "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\nhalf")
            try await whole.expect("HTTP/1.1 201 ")
            #expect(try await Self.files(home) == 1)
        }
    }
}
