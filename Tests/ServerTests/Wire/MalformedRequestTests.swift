import Foundation
import TestSupport
import Testing

/// Invalid HTTP gets an error response, and doesn't fill the log with errors.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct MalformedRequestTests {
    private struct Form {
        let name: String
        let status: Int
        let request: String

        init(_ name: String, _ status: Int, _ request: String) {
            self.name = name
            self.status = status
            self.request = request
        }
    }

    private static let host = "Host: lodestone.test\r\n"
    private static let long = String(repeating: "a", count: 200_000)

    private static let heads: [Form] = [
        Form("no host", 400, "GET /livez HTTP/1.1\r\n\r\n"),
        Form("two hosts", 400, "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        Form("the same host twice", 400, "GET /livez HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"),
        Form("two hosts in HTTP/1.0", 400, "GET /livez HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"),
        Form("a host with a path", 400, "GET /livez HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        Form("a host with a user", 400, "GET /livez HTTP/1.1\r\nHost: a@b\r\n\r\n"),
        Form("a list of hosts", 400, "GET /livez HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Form("gzip, chunked", 501, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n"),
        Form("identity", 501, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: identity\r\n\r\n"),
        Form("identity, chunked", 501, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: identity, chunked\r\n\r\n"),
        Form("\"chunked\"", 501, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: \"chunked\"\r\n\r\n"),
        Form("chunked with a parameter", 501, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: chunked;q=1\r\n\r\n"),
        Form("chunked twice", 400, "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: chunked, chunked\r\n\r\n"),
        Form("chunked in HTTP/1.0", 400, "POST /x HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"),
        Form(
            "chunked and a length", 400,
            "POST /x HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"),
        Form("two lengths", 400, "POST /x HTTP/1.1\r\n\(host)Content-Length: 0\r\nContent-Length: 5\r\n\r\n"),
        Form("a length below zero", 400, "POST /x HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n"),
        Form("another expectation", 417, "POST /x HTTP/1.1\r\n\(host)Content-Length: 2\r\nExpect: a\r\n\r\n{}"),
        Form("a long header field", 431, "GET / HTTP/1.1\r\n\(host)X: \(long)\r\n\r\n"),
        Form("many header fields", 431, "GET / HTTP/1.1\r\n\(host)\(String(repeating: "X: y\r\n", count: 2000))\r\n"),
        Form("a long address", 431, "GET /\(long) HTTP/1.1\r\n\(host)\r\n"),
        Form("a newer version", 400, "GET /livez HTTP/2.0\r\n\(host)\r\n"),
        Form("an unknown method", 400, "FOO /livez HTTP/1.1\r\n\(host)\r\n"),
        Form("bare line feeds", 400, "GET /livez HTTP/1.1\nHost: x\n\n"),
        Form("no HTTP at all", 400, "\u{16}\u{3}\u{1}\u{0}"),
    ]

    private static let chunked = """
        POST /api/auth/sign-in HTTP/1.1\r\n\(host)Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n
        """

    private static let chunks: [Form] = [
        Form("a size below zero", 400, chunked + "-1\r\n{}\r\n0\r\n\r\n"),
        Form("a size with a prefix", 400, chunked + "0x2\r\n{}\r\n0\r\n\r\n"),
        Form("a size with a space", 400, chunked + " 2\r\n{}\r\n0\r\n\r\n"),
        Form("no size", 400, chunked + "\r\n{}\r\n0\r\n\r\n"),
        Form("a huge size", 400, chunked + "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
        Form("bare line feeds", 400, chunked + "2\n{}\n0\n\n"),
        Form("an extension with a line feed", 400, chunked + "2;\n{}\r\n0\r\n\r\n"),
        Form("data longer than it says", 400, chunked + "2\r\n{}0\r\n\r\n"),
        Form("huge trailers", 400, chunked + "2\r\n{}\r\n0\r\n\(String(repeating: "X-A: b\r\n", count: 50_000))\r\n"),
    ]

    @Test func itIsRefusedAndTheConnectionCloses() async throws {
        let log = RecordedLog()
        let home = try await SessionHome(sessions: 0)
        try await RunningServer.run(in: home.directory, logger: log.logger) { server in
            for form in Self.heads + Self.chunks {
                let answer = try await RawClient(to: server).exchange(form.request)
                #expect(answer.hasPrefix("HTTP/1.1 \(form.status) "), "\(form.name): \(answer)")
                #expect(answer.lowercased().contains("\r\nconnection: close\r\n"), "\(form.name)")
                #expect(answer.contains("application/problem+json") && answer.contains(#""requestId":""#))
                #expect(answer.matches(of: /HTTP\/1\.1 \d/).count == 1, "\(form.name): one answer and no more")
            }
        }
        #expect(!log.lines.contains { $0.hasPrefix("error") || $0.hasPrefix("warning") })
    }

    @Test func whatCameBeforeItIsAnsweredFirst() async throws {
        try await RunningServer.run { server in
            let right = "GET /livez HTTP/1.1\r\n\(Self.host)\r\n"
            let answer = try await RawClient(to: server).exchange(right + right + "GET /livez HTTP/1.1\r\n\r\n" + right)
            let statuses = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
            #expect(statuses == ["200", "200", "400"])
        }
    }

    @Test func anOldClientGetsNoChunksAndIsClosedOn() async throws {
        let home = try await SessionHome(sessions: 1)
        try await RunningServer.run(in: home.directory) { server in
            let client = try await RawClient(to: server)
            try await client.send(
                "GET /api/events HTTP/1.0\r\nConnection: keep-alive\r\nx-api-key: \(home.keyText)\r\n\r\n")
            try await client.expect("retry:")
            #expect(client.text.hasPrefix("HTTP/1.0 200 "))
            #expect(!client.text.lowercased().contains("transfer-encoding"))
            let plain = try await RawClient(to: server).exchange(
                "GET /livez HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(plain.hasPrefix("HTTP/1.0 200 ") && plain.lowercased().contains("connection: close"))
        }
    }
}
