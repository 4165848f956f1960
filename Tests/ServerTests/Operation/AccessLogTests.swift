import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

/// The line of the log for each request, over real connections.
struct AccessLogTests {
    private func requests(_ log: RecordedLog, to path: String) -> [String] {
        log.lines.filter { $0.hasPrefix("info request ") && $0.contains("(key: \"path\", value: \(path))") }
    }

    private func has(_ line: String, _ key: String, _ value: String) -> Bool {
        line.contains("(key: \"\(key)\", value: \(value))")
    }

    @Test func aLineSaysWhatWasAskedByWhomAndHowItWasAnswered() async throws {
        let home = try await SessionHome(sessions: 1)
        let log = RecordedLog()
        let settings = ["LODESTONE_TRUSTED_PROXIES": "127.0.0.1"]
        try await RunningServer.run(in: home.directory, environment: settings, logger: log.logger) { server in
            var request = HTTPClientRequest(
                url: "\(server.address)/api/sessions?organizationId=\(home.organization)&q=unloggable")
            request.headers = ["x-api-key": home.keyText, "X-Forwarded-For": "203.0.113.5", "x-request-id": "mine-1"]
            let response = try await server.send(request)
            let body = try await response.body.collect(upTo: 1 << 20)
            let line = try #require(requests(log, to: "/api/sessions").first)
            let expected = [
                "method": "GET", "status": "200", "address": "203.0.113.5", "organization": "\(home.organization)",
                "requestId": "mine-1", "bytes": "\(body.readableBytes)",
            ]
            for (key, value) in expected { #expect(has(line, key, value), "\(key): \(line)") }
            #expect(line.contains("value: key_") && line.contains("\"milliseconds\""))
            let key = try await server.get("/api/sessions/\(ForeignID.session)", key: home.keyText)
            #expect(key.status == 404)
            let unknown = try #require(requests(log, to: "/api/sessions/\(ForeignID.session)").first)
            #expect(has(unknown, "status", "404") && has(unknown, "address", "127.0.0.1"))
        }
        #expect(!log.lines.contains { $0.contains("unloggable") || $0.contains(home.keyText) })
    }

    @Test func aResponseOfUnknownLengthIsLoggedOnceWhenItHasBeenSent() async throws {
        let home = try await SessionHome(sessions: 1)
        let log = RecordedLog()
        try await RunningServer.run(in: home.directory, logger: log.logger) { server in
            let path = "/api/sessions/\(home.sessions[0])/export"
            var get = HTTPClientRequest(url: server.address + path)
            get.headers = ["x-api-key": home.keyText, "Accept-Encoding": "identity"]
            let body = try await server.send(get).body.collect(upTo: 1 << 20)
            try await eventually { requests(log, to: path).count == 1 }
            #expect(has(requests(log, to: path)[0], "bytes", "\(body.readableBytes)"))
            var head = HTTPClientRequest(url: server.address + path)
            head.method = .HEAD
            head.headers.add(name: "x-api-key", value: home.keyText)
            _ = try await server.send(head)
            try await eventually { requests(log, to: path).count == 2 }
            #expect(has(requests(log, to: path)[1], "bytes", "0"))
        }
    }

    @Test func aStreamIsLoggedWhenItEnds() async throws {
        let home = try await SessionHome(sessions: 1)
        let log = RecordedLog()
        try await RunningServer.run(in: home.directory, logger: log.logger) { server in
            let client = try await RawClient(to: server)
            try await client.send("GET /api/events HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\r\n")
            try await client.expect("retry:")
            #expect(requests(log, to: "/api/events").isEmpty)
            try await client.reset()
            try await eventually { requests(log, to: "/api/events").count == 1 }
        }
    }
}

private enum ForeignID {
    static let session = "c" + String(repeating: "0", count: 24)
}
