import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

/// Who may read the metrics, over real connections.
struct MetricsAccessTests {
    private static let token = "0123456789abcdef"

    private func status(
        _ server: RunningServer, _ fields: [(String, String)]
    ) async throws -> (status: UInt, body: String) {
        var request = HTTPClientRequest(url: "\(server.address)/metrics")
        for (name, value) in fields { request.headers.add(name: name, value: value) }
        let response = try await server.send(request)
        return (response.status.code, String(buffer: try await response.body.collect(upTo: 1 << 20)))
    }

    private func prepared() async throws -> TemporaryDirectory {
        try await SessionHome(sessions: 0).directory
    }

    @Test func aProgramOnThisMachineMayReadThemUnlessSomebodyElseMayBeBehindIt() async throws {
        try await RunningServer.run(in: prepared()) { server in
            #expect(try await status(server, []).status == 200)
            for name in ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto", "X-Forwarded-Host"] {
                let answer = try await status(server, [(name, "127.0.0.1")])
                #expect(answer.status == 403 && answer.body.contains("metricsTokenFile"), "\(name)")
            }
        }
    }

    @Test func behindATrustedProxyTheClientsAddressCounts() async throws {
        let settings = ["LODESTONE_TRUSTED_PROXIES": "127.0.0.1"]
        try await RunningServer.run(in: prepared(), environment: settings) { server in
            for clients in ["127.0.0.1", "::1", "127.0.0.1, ::1"] {
                #expect(try await status(server, [("X-Forwarded-For", clients)]).status == 200, "\(clients)")
            }
            for clients in ["203.0.113.5", "127.0.0.1, 203.0.113.5", "203.0.113.5, 127.0.0.1", "unknown", ""] {
                #expect(try await status(server, [("X-Forwarded-For", clients)]).status == 403, "\(clients)")
            }
            let unnamed = try await status(server, [("Via", "1.1 proxy")])
            #expect(unnamed.status == 403)
        }
    }

    @Test func withTheTokenTheyCanBeReadFromAnywhere() async throws {
        let directory = try await prepared()
        let file = "\(directory.path)/metrics-token"
        try "\(Self.token)\n".write(toFile: file, atomically: true, encoding: .utf8)
        let settings = ["LODESTONE_METRICS_TOKEN_FILE": file]
        try await RunningServer.run(in: directory, environment: settings) { server in
            let elsewhere = ("X-Forwarded-For", "203.0.113.5")
            #expect(try await status(server, [elsewhere, ("Authorization", "Bearer \(Self.token)")]).status == 200)
            #expect(try await status(server, [elsewhere, ("Authorization", "Bearer \(Self.token)0")]).status == 403)
            #expect(try await status(server, [elsewhere]).body.contains("Authorization: Bearer TOKEN"))
            let local = try await status(server, [])
            #expect(local.status == 200)
        }
    }
}
