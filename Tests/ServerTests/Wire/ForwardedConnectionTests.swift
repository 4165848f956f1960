import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

/// A browser behind a reverse proxy that speaks https.
struct ForwardedConnectionTests {
    private func send(
        _ method: HTTPMethod, _ path: String, to server: RunningServer, headers: [(String, String)], body: String? = nil
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: server.address + path)
        request.method = method
        request.headers = HTTPHeaders(
            [
                ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("Sec-Fetch-Site", "same-origin"),
                ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            ] + headers)
        request.body = body.map { .bytes(ByteBuffer(string: $0)) }
        return try await server.send(request)
    }

    private func signIn(to server: RunningServer) async throws -> HTTPClientResponse {
        try await send(
            .POST, "/api/auth/sign-in", to: server, headers: [("Content-Type", "application/json")],
            body: #"{"email":"alice@example.com","password":"\#(TestService.password)"}"#)
    }

    @Test func theServerLearnsHTTPSAndThePlaceFromATrustedProxy() async throws {
        let home = try await SessionHome(sessions: 0)
        let trusting = ["LODESTONE_TRUSTED_PROXIES": "127.0.0.1"]
        try await RunningServer.run(in: home.directory, environment: trusting) { server in
            let signedIn = try await signIn(to: server)
            #expect(signedIn.headers.first(name: "strict-transport-security")?.hasPrefix("max-age=31536000") == true)
            let cookies = signedIn.headers["set-cookie"]
            #expect(cookies.count == 2 && cookies.allSatisfy { $0.hasPrefix("__Host-__") && $0.contains("Secure") })
            let cookie = String(try #require(cookies.first).prefix { $0 != ";" })
            let page = try await send(.GET, "/account", to: server, headers: [("Cookie", cookie)])
            let text = String(buffer: try await page.body.collect(upTo: 1 << 20))
            #expect(text.contains("<strong>Firefox on Linux</strong>"))
            #expect(text.contains("</time> from 203.0.113.9</p>"))
        }
    }

    @Test func anybodyElseIsNotBelieved() async throws {
        let home = try await SessionHome(sessions: 0)
        try await RunningServer.run(in: home.directory) { server in
            let signedIn = try await signIn(to: server)
            #expect(signedIn.headers.first(name: "strict-transport-security") == nil)
            let cookie = try #require(signedIn.headers["set-cookie"].first)
            #expect(cookie.hasPrefix("__session=") && !cookie.contains("Secure"))
            let list = try await send(
                .GET, "/api/me/browser-sessions", to: server, headers: [("Cookie", String(cookie.prefix { $0 != ";" }))]
            )
            let text = String(buffer: try await list.body.collect(upTo: 1 << 20))
            #expect(text.contains(#""lastAddress":"127.0.0.1""#))
        }
    }
}
