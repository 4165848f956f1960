import Domain
import Foundation
import NIOSSL
import TestSupport
import Testing

/// Whom a server with a certificate talks to, and how. That everything else is as on plain HTTP is shown by the suites
/// about connections, which run on both.
@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
    private static let question = "GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    private func run(
        log: RecordedLog = RecordedLog(), _ test: @Sendable @escaping (RunningServer) async throws -> Void
    ) async throws {
        let settings = try TestCertificate.shared().settings
        try await RunningServer.run(environment: settings, logger: log.logger, test)
        #expect(!log.lines.contains { $0.hasPrefix("error") || $0.hasPrefix("warning") }, "\(log.lines)")
    }

    @Test func theAddressIsHttpsAndTheCookieIsForHttpsOnly() async throws {
        try await run { server in
            #expect(server.address.hasPrefix("https://127.0.0.1:"))
            #expect(server.setUpLink?.hasPrefix(server.address) == true)
            #expect(try await server.setUp(with: server.setUpLink) == 201)
            let body = #"{"email":"alice@example.com","password":"\#(TestService.password)"}"#
            let answer = try await RawClient(to: server).exchange(
                """
                POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
                Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)
                """)
            let cookie = answer.split(separator: "\r\n").first { $0.lowercased().hasPrefix("set-cookie:") }
            #expect(cookie?.contains("Secure") == true)
        }
    }

    @Test(arguments: [(TLSVersion.tlsv1, false), (.tlsv11, false), (.tlsv12, true), (.tlsv13, true)])
    func onlyRecentVersionsAreSpoken(version: TLSVersion, isSpoken: Bool) async throws {
        try await run { server in
            var configuration = TLSConfiguration.trusting
            configuration.minimumTLSVersion = version
            configuration.maximumTLSVersion = version
            let client = try await RawClient(to: server, tls: configuration)
            #expect(client.isSecured == isSpoken)
            if isSpoken { #expect(try await client.exchange(Self.question).hasPrefix("HTTP/1.1 200 ")) }
        }
    }

    @Test func whoSpeaksPlainHTTPIsToldSo() async throws {
        try await run { server in
            for request in [Self.question, "POST /api/sessions HTTP/1.1\r\nHost: x\r\n\r\n", "PRI * HTTP/2.0\r\n\r\n"] {
                let answer = try await RawClient(to: server, tls: nil).exchange(request)
                #expect(answer.hasPrefix("HTTP/1.1 400 ") && answer.contains("https://"))
                #expect(answer.contains("application/problem+json") && answer.contains("Connection: close"))
            }
            let noise = try await RawClient(to: server, tls: nil).exchange("\u{16}\u{3}\u{1}\u{0}\u{2}ab\u{0}")
            #expect(!noise.contains("HTTP"))
            #expect(try await RawClient(to: server).exchange(Self.question).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func aStreamArrivesEventByEvent() async throws {
        let home = try await SessionHome(sessions: 1)
        let settings = try TestCertificate.shared().settings
        try await RunningServer.run(in: home.directory, environment: settings) { server in
            let client = try await RawClient(to: server)
            try await client.send("GET /api/events HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\r\n")
            try await client.expect("retry:")
            try await server.report([#"{"type":"assistant","mark":1}"#], to: home.sessions[0].rawValue, as: home.key)
            try await client.expect("event: message.appended")
            #expect(!client.isEnded)
        }
    }
}
