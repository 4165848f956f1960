import HTTPTypes
import TestSupport
import Testing

@testable import Web

struct CompressionTests {
    /// An organization whose list is long enough to be compressed.
    private static func run(_ test: @Sendable (TestService, Team, String) async throws -> Void) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            var id = ""
            for number in 0..<8 { id = try await service.createSession(in: team, "Paint the wall \(number)") }
            try await test(service, team, id)
        }
    }

    @Test func whatIsLongComesCompressedToThoseWhoAsk() async throws {
        try await Self.run { service, team, id in
            let sessions = "/organizations/\(team.id)/sessions"
            let paths = [
                "/api/sessions", "/api/sessions?limit=8", "/api/sessions/\(id)/export", "/openapi.json", "/docs",
                "/metrics", PublicAssets.shared.address(of: .dashboard), sessions, "\(sessions)/\(id)",
            ]
            for path in paths {
                let isPage = path.hasPrefix("/org") || path == "/docs"
                let credential = isPage ? team.owner.cookie : team.key
                func get(_ headers: HTTPFields = [:]) async throws -> TestAnswer {
                    guard path == "/metrics" else {
                        return try await service.send(.get, path, as: credential, headers: headers)
                    }
                    return try await service.metrics(headers: headers)
                }
                let (plain, zipped) = try await (get(), get([.acceptEncoding: "gzip"]))
                #expect(plain.status == 200 && plain.headers[.contentEncoding] == nil, "\(path)")
                #expect(zipped.headers[.contentEncoding] == "gzip", "\(path)")
                for answer in [plain, zipped] {
                    #expect(answer.headers[.vary] == (isPage ? "Cookie, Accept-Encoding" : "Accept-Encoding"))
                    #expect(answer.headers[.contentLength].map { $0 == String(answer.bytes.count) } ?? true)
                }
                // The numbers of /metrics are others each time.
                if path != "/metrics" { #expect(zipped.unzipped == plain.body, "\(path)") }
                #expect(zipped.unzipped != nil && zipped.bytes.count < plain.bytes.count, "\(path)")
            }
        }
    }

    /// A list that is kept is known compressed too; of another the head is that of the plain one.
    @Test(arguments: [("/api/sessions", "gzip"), ("/api/sessions?limit=8", "identity")])
    func aHeadAloneTellsHowLongTheBodyIs(path: String, encoding: String) async throws {
        try await Self.run { service, team, _ in
            let get = try await service.send(.get, path, as: team.key, headers: [.acceptEncoding: encoding])
            let head = try await service.send(.head, path, as: team.key, headers: [.acceptEncoding: "gzip"])
            #expect(head.status == 200 && head.bytes.isEmpty)
            #expect(head.headers[.contentLength] == String(get.bytes.count))
            for name in [HTTPField.Name.contentEncoding, .eTag, .vary, .contentType] {
                #expect(head.headers[name] == get.headers[name], "\(name)")
            }
        }
    }

    @Test func whatIsShortStaysAsItIs() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for path in ["/livez", "/api/sessions", "/nowhere"] {
                let answer = try await service.send(.get, path, as: team.key, headers: [.acceptEncoding: "gzip"])
                #expect(answer.headers[.contentEncoding] == nil && answer.json != .null, "\(path)")
            }
        }
    }

    /// The length of a compressed body would reveal information about a secret in it.
    @Test func whatShowsASecretStaysAsItIs() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let settings = "/organizations/\(team.id)/settings"
            for (path, form, secret) in [
                ("keys", ["name": "deploy", "expiry": "90"], "lsk_"), ("invitations", ["role": "member"], "lsi_"),
            ] {
                let made = try await service.submit("\(settings)/\(path)", as: team.owner.cookie, form)
                let place = try #require(made.location)
                let headers: HTTPFields = [.acceptEncoding: "gzip", .testFetchSite: "same-origin"]
                let answer = try await service.send(.get, place, as: team.owner.cookie, headers: headers)
                #expect(answer.body.contains(secret) && answer.bytes.count > Compression.minimumSize)
                #expect(answer.headers[.contentEncoding] == nil)
                let again = try await service.send(.get, place, as: team.owner.cookie, headers: headers)
                #expect(again.headers[.contentEncoding] == "gzip")
            }
        }
    }

    @Test(arguments: [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)])
    func whatAnotherSiteAsksForStaysAsItIs(site: String, isCompressed: Bool) async throws {
        try await Self.run { service, team, _ in
            for path in ["/api/sessions", "/api/sessions?limit=8", "/organizations/\(team.id)/sessions?q=wall"] {
                let headers: HTTPFields = [.acceptEncoding: "gzip", .testFetchSite: site]
                let answer = try await service.send(.get, path, as: team.owner.cookie, headers: headers)
                #expect(answer.status == 200)
                #expect((answer.headers[.contentEncoding] == "gzip") == isCompressed, "\(path)")
            }
        }
    }

    /// More than one piece of the encoder's, written in several parts.
    @Test func aListThatIsStreamedIsWhole() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for number in 0..<510 { _ = try await service.createSession(in: team, "Paint the wall \(number * 7919)") }
            let plain = try await service.send(.get, "/api/sessions", as: team.key)
            let zipped = try await service.send(.get, "/api/sessions", as: team.key, headers: [.acceptEncoding: "gzip"])
            #expect(plain.json["sessions"]?.elements.count == 510)
            #expect(zipped.headers[.contentEncoding] == "gzip" && zipped.unzipped == plain.body)
        }
    }
}
