import HTTPTypes
import TestSupport
import Testing

/// A signed-in person's browser can be made to send requests by other sites: those change nothing.
struct CrossSiteRequestTests {
    struct Sender: CustomTestStringConvertible {
        let site: String?
        let origin: String?
        let contentType: String?

        var headers: HTTPFields {
            var headers: HTTPFields = [:]
            headers[.testFetchSite] = site
            headers[.origin] = origin
            headers[.contentType] = contentType
            return headers
        }

        var isJSON: Bool { contentType?.hasPrefix("application/json") ?? false }
        var testDescription: String { "\(site ?? "-") \(origin ?? "-") \(contentType ?? "-")" }
    }

    private static let contentTypes = [nil, "text/plain", "application/x-www-form-urlencoded", "application/json"]
    private static let ours = TestService.origin

    private static func senders(_ pairs: [(site: String?, origin: String?)]) -> [Sender] {
        pairs.flatMap { pair in
            contentTypes.map { Sender(site: pair.site, origin: pair.origin, contentType: $0) }
        }
    }

    /// Our own pages, the address bar, and programs that can send what a form can't.
    static let trusted =
        senders([
            ("same-origin", ours), ("same-origin", nil), ("none", nil), (nil, ours),
            // A page behind a proxy that rewrites its origin is still what the browser says it is.
            ("same-origin", "http://127.0.0.1:8080"),
        ]) + [Sender(site: nil, origin: nil, contentType: "application/json; charset=utf-8")]

    static let others =
        senders([
            ("cross-site", "https://evil.example"), ("cross-site", nil), ("same-site", nil),
            ("same-site", "https://other.lodestone.test"), ("", nil), ("SAME-ORIGIN, none", nil),
            (nil, "https://evil.example"), (nil, "null"), (nil, ""), (nil, "http://lodestone.test"),
            (nil, "https://lodestone.test:8443"), (nil, "https://lodestone.test.evil.example"),
            (nil, "https://lodestone.test/"),
        ]) + contentTypes.dropLast().map { Sender(site: nil, origin: nil, contentType: $0) }

    /// Requests that pass give another answer than 403 and change nothing.
    private static func requests(
        _ world: RefusalWorld, _ sender: Sender
    ) -> [(HTTPRequest.Method, String, granted: Int)] {
        [
            (.post, "/api/sessions", sender.isJSON ? 400 : 415),
            (.patch, "/api/sessions/\(world.session)", sender.isJSON ? 200 : 415),
            (.delete, "/api/organizations/\(world.team.id)/api-keys/key_unknown", 404),
        ]
    }

    @Test func whatComesFromOurOwnPagesPasses() async throws {
        try await RefusalWorld.run { world in
            for sender in Self.trusted {
                for (method, path, granted) in Self.requests(world, sender) {
                    let answer = try await world.service.send(
                        method, path, as: world.team.owner.cookie, exactly: sender.headers, body: "{}")
                    #expect(answer.status == granted, "\(method) \(sender)")
                }
            }
        }
    }

    @Test func whatComesFromElsewhereIsRefused() async throws {
        try await RefusalWorld.run { world in
            for sender in Self.others {
                for (method, path, _) in Self.requests(world, sender) {
                    let answer = try await world.service.send(
                        method, path, as: world.team.owner.cookie, exactly: sender.headers, body: "{}")
                    expectProblem(answer, 403)
                }
                let signOut = try await world.service.send(
                    .post, "/api/auth/sign-out", as: world.team.owner.cookie, exactly: sender.headers)
                expectProblem(signOut, 403)
            }
            #expect(try await world.service.send(.get, "/api/me", as: world.team.owner.cookie).status == 200)
        }
    }

    @Test func aKeyIsNoCookieAndPassesFromAnywhere() async throws {
        try await RefusalWorld.run { world in
            for sender in Self.others + Self.trusted {
                let answer = try await world.service.send(
                    .patch, "/api/sessions/\(world.session)", as: world.team.key, exactly: sender.headers, body: "{}")
                #expect(answer.status == (sender.isJSON ? 200 : 415), "\(sender)")
            }
        }
    }

    @Test func readingIsNotConcerned() async throws {
        try await RefusalWorld.run { world in
            for sender in Self.others {
                let answer = try await world.service.send(
                    .get, "/api/sessions", as: world.team.owner.cookie, exactly: sender.headers)
                #expect(answer.status == 200, "\(sender)")
                #expect(answer.headers[.accessControlAllowOrigin] == nil)
            }
        }
    }

    /// Another site could sign somebody in as its own user, to see what they then do.
    @Test func signingInFromElsewhereIsRefused() async throws {
        try await RefusalWorld.run { world in
            let body = #"{"email":"\#(world.team.owner.email)","password":"\#(TestService.password)"}"#
            for sender in Self.others {
                expectProblem(
                    try await world.service.send(.post, "/api/auth/sign-in", exactly: sender.headers, body: body), 403)
            }
        }
    }
}
