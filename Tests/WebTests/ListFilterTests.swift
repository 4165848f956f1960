import Domain
import HTTPTypes
import TestSupport
import Testing

struct ListFilterTests {
    private func ids(_ answer: TestAnswer) -> [String] {
        answer.json["sessions"]?.elements.compactMap { $0["id"]?.text } ?? []
    }

    @Test func filtersCombine() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let body = #"{"organizationId": "\#(team.id)", "repoUrl": "https://github.com/Acme/Web"}"#
            let web = try #require(
                try await service.send(.post, "/api/sessions", as: bob.cookie, body: body).json["session"]?["id"]?.text)
            let plain = try await service.createSession(in: team)
            _ = try await service.send(
                .patch, "/api/sessions/\(plain)", as: team.key, body: #"{"status": "completed"}"#)
            for (query, expected) in [
                ("status=active", [web]), ("status=completed", [plain]), ("status=failed", []),
                ("author=\(bob.user.id)", [web]), ("author=user_nobody", []), ("repository=acme/web", [web]),
                ("repository=acme/other", []), ("status=active&repository=ACME%2FWEB&author=\(bob.user.id)", [web]),
            ] {
                #expect(
                    ids(try await service.send(.get, "/api/sessions?\(query)", as: team.key)) == expected, "\(query)")
            }
        }
    }

    @Test func archivedOnesAreLeftOutOnceSomethingIsAskedFor() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let away = try await service.createSession(in: team)
            service.clock.advance(by: .seconds(1))
            let here = try await service.createSession(in: team)
            let archived = try await service.send(.post, "/api/sessions/\(away)/archive", as: team.key)
            #expect(archived.json["session"]?["archivedAt"]?.text == service.clock.now.description)
            for (query, expected) in [
                ("", [here, away]), ("?limit=9", [here]), ("?status=active", [here]), ("?q=login", [here]),
                ("?archived=any", [here, away]), ("?archived=true", [away]), ("?archived=false", [here]),
                ("?q=login&archived=any", [here, away]),
            ] {
                #expect(
                    ids(try await service.send(.get, "/api/sessions\(query)", as: team.key)) == expected, "\(query)")
            }
            let back = try await service.send(.post, "/api/sessions/\(away)/unarchive", as: team.key)
            #expect(back.json["session"]?["archivedAt"] == nil)
        }
    }

    @Test(arguments: ["", "&q=login"])
    func pagesNeitherSkipNorRepeatWhileSessionsComeAndChange(query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            var expected: [String] = []
            for index in 0..<25 {
                expected.append(try await service.createSession(in: team, "Fix login number \(index)"))
                if index.isMultiple(of: 3) { service.clock.advance(by: .milliseconds(1)) }
            }
            var seen: [String] = []
            var cursor = ""
            repeat {
                let answer = try await service.send(.get, "/api/sessions?limit=4\(query)\(cursor)", as: team.key)
                seen += ids(answer)
                cursor = answer.json["nextCursor"]?.text.map { "&cursor=\($0)" } ?? ""
                service.clock.advance(by: .seconds(1))
                _ = try await service.createSession(in: team, "Fix login later")
                let id = expected[seen.count - 1]
                _ = try await service.send(.patch, "/api/sessions/\(id)", as: team.key, body: #"{"status": "failed"}"#)
            } while !cursor.isEmpty
            #expect(seen.count == 25)
            #expect(Set(seen) == Set(expected))
        }
    }

    @Test func theLastPageHasNoCursor() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for _ in 0..<4 { _ = try await service.createSession(in: team) }
            let exact = try await service.send(.get, "/api/sessions?limit=4", as: team.key)
            #expect(exact.json["nextCursor"] == nil)
            #expect(exact.json["stats"]?["authorsPastWeek"] == 1)
            let short = try await service.send(.get, "/api/sessions?limit=3", as: team.key)
            #expect(short.json["nextCursor"] != nil)
            let all = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(all.json.keys == ["sessions", "stats"])
        }
    }

    @Test(arguments: [
        "limit=0", "limit=201", "limit=1000000", "limit=-1", "limit=x", "limit=", "limit=1.5", "status=open", "status=",
        "archived=yes", "repository=acme", "repository=a/b/c", "repository=/", "cursor=", "cursor=0-1-c-0000000",
        "cursor=AAAA", "limit=99999999999999999999", "q=a*", "limit=5&limit=6",
    ])
    func badParametersAreRefused(query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(.get, "/api/sessions?\(query)", as: team.key)
            #expect(answer.status == 400, "\(query): \(answer.body)")
        }
    }

    @Test func aTamperedCursorIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for _ in 0..<3 { _ = try await service.createSession(in: team) }
            let answer = try await service.send(.get, "/api/sessions?limit=1", as: team.key)
            let cursor = try #require(answer.json["nextCursor"]?.text)
            for index in cursor.indices {
                var tampered = cursor
                tampered.replaceSubrange(index...index, with: cursor[index] == "5" ? "6" : "5")
                let answer = try await service.send(.get, "/api/sessions?limit=1&cursor=\(tampered)", as: team.key)
                #expect(answer.status == 400)
            }
        }
    }
}
