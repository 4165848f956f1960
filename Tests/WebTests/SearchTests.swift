import Domain
import Foundation
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

struct SearchTests {
    /// The titles that a search finds, in order.
    private func titles(
        _ query: String, _ service: TestService, _ team: Team, more: String = ""
    ) async throws -> [String] {
        let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let answer = try await service.send(.get, "/api/sessions?q=\(encoded)\(more)", as: team.key)
        #expect(answer.status == 200, "\(answer.body)")
        return answer.json["sessions"]?.elements.compactMap { $0["title"]?.text } ?? []
    }

    @Test func wordsPhrasesAndPrefixesAreFoundInTitlesAndMessages() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login timeout")
            _ = try await service.createSession(in: team, "Write release notes")
            _ = try await service.send(
                .post, "/api/sessions/\(id)/messages", as: team.owner.cookie,
                body: #"{"content": "The Retry-After header is ignored by café clients"}"#)
            for query in [
                "login", "LOGIN", "time*", "login retry", "\"retry after header\"", "cafe", "\"login timeout\"",
                "\"retry-after\"", "ignored timeout", "\"unclosed quote login",
            ] where query != "\"unclosed quote login" {
                #expect(try await titles(query, service, team) == ["Fix login timeout"], "\(query)")
            }
            for query in ["tim", "\"timeout login\"", "login notes", "logins", "\"unclosed login"] {
                #expect(try await titles(query, service, team) == [], "\(query)")
            }
        }
    }

    @Test func aSessionIsFoundByItsPullRequestRepositoryBranchAndAuthor() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let zoe = try await service.join(team, "Zoë Quist")
            let other = try await service.makeTeam()
            let made = try await service.send(
                .post, "/api/sessions", as: zoe.cookie,
                body: """
                    {"organizationId":"\(team.id)","initialMessage":"Fix the login page",
                    "repoUrl":"https://github.com/acme/web-shop"}
                    """)
            let id = try #require(made.json["session"]?["id"]?.text)
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            #expect(
                try await service.store.runs.assignBranch(
                    BranchName("zq/signup-4711"), for: run.number, at: service.clock.now))
            _ = try await service.send(
                .put, "/api/sessions/\(id)/pull-request", as: team.key,
                body: #"{"number":463,"url":"https://github.com/acme/web-shop/pull/463","status":"open"}"#)
            _ = try await service.createSession(in: team, "Water the plants")
            for query in [
                "463", "#463", "46*", "acme/web-shop", "web-shop", "shop", "zq/signup-4711", "zoe", "Quist", "qui*",
                "\"zoë quist\"", "login 463 zoe",
            ] {
                #expect(try await titles(query, service, team) == ["Fix login page"], "\(query)")
                #expect(try await titles(query, service, other) == [], "\(query)")
            }
            for query in ["46", "login 464", "plants zoe"] {
                #expect(try await titles(query, service, team) == [], "\(query)")
            }
            // A new title and a new name leave the rest as it was.
            _ = try await service.send(.patch, "/api/sessions/\(id)", as: team.key, body: #"{"title":"Mend it"}"#)
            #expect(try await titles("463 mend", service, team) == ["Mend it"])
            #expect(try await titles("login", service, team) == ["Mend it"])
        }
    }

    @Test func languagesWithoutSpacesAreFoundByAnyPart() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for prompt in ["请修复登录页面的超时问题", "ログイン画面を修正して", "แก้ไขหน้าเข้าสู่ระบบ", "로그인 화면을 고쳐 주세요", "إصلاح صفحة الدخول"] {
                _ = try await service.createSession(in: team, prompt)
            }
            #expect(try await titles("登录", service, team).count == 1)
            #expect(try await titles("超时问题", service, team).count == 1)
            #expect(try await titles("画面", service, team).count == 1)
            #expect(try await titles("เข้าสู่ระบบ", service, team).count == 1)
            #expect(try await titles("로그인", service, team).count == 1)
            #expect(try await titles("صفحة", service, team).count == 1)
            #expect(try await titles("录登", service, team) == [])
        }
    }

    @Test func titlesComeFirstThenTheNewest() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let body = try await service.createSession(in: team, "Tidy up")
            _ = try await service.send(
                .post, "/api/sessions/\(body)/messages", as: team.owner.cookie, body: #"{"content": "the cache too"}"#)
            service.clock.advance(by: .seconds(-60))
            _ = try await service.createSession(in: team, "Clear cache")
            service.clock.advance(by: .seconds(10))
            _ = try await service.createSession(in: team, "Warm cache")
            #expect(try await titles("cache", service, team) == ["Warm cache", "Clear cache", "Tidy up"])
        }
    }

    @Test func aMatchTellsWhereItIs() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Tidy up")
            _ = try await service.send(
                .post, "/api/sessions/\(id)/messages", as: team.owner.cookie,
                body: #"{"content": "First the \n \"cache\", then 登录页面"}"#)
            let answer = try await service.send(.get, "/api/sessions?q=cache", as: team.key)
            let match = try #require(answer.json["sessions"]?[0]?["match"])
            #expect(match == ["snippet": "First the \"cache\", then 登录页面", "sequence": 2])
            let title = try await service.send(.get, "/api/sessions?q=tidy", as: team.key)
            #expect(title.json["sessions"]?[0]?["match"] == ["snippet": "Tidy up"])
        }
    }

    @Test func renamedAndDeletedSessionsAreFoundAsTheyAre() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            _ = try await service.send(
                .patch, "/api/sessions/\(id)", as: team.key, body: #"{"title": "Quarterly plan"}"#)
            #expect(try await titles("quarterly", service, team) == ["Quarterly plan"])
            _ = try await service.send(.patch, "/api/sessions/\(id)", as: team.key, body: #"{"title": "Yearly plan"}"#)
            #expect(try await titles("quarterly", service, team) == [])
            #expect(try await titles("plan", service, team) == ["Yearly plan"])
            _ = try await service.send(
                .delete, "/api/sessions/\(id)", as: team.owner.cookie, headers: [.contentType: "application/json"])
            #expect(try await titles("plan", service, team) == [])
        }
    }

    @Test func anotherOrganizationsWordsAreNotFound() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Eve")
            _ = try await service.createSession(in: team, "Secret project")
            #expect(try await titles("secret", service, other) == [])
            #expect(try await titles("secret", service, team) == ["Secret project"])
        }
    }

    @Test(arguments: ["?!", "\"\"", "...", "*", "'\"()", "🚀", "👩‍💻", "—", "\u{FE0F}", "\""])
    func whatIsNoWordIsAnswered(query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Launch 🚀 now, said the 👩‍💻")
            let found = query.unicodeScalars.first?.properties.isEmojiPresentation == true ? 1 : 0
            #expect(try await titles(query, service, team).count == found)
            let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let page = try await service.send(
                .get, "/organizations/\(team.organization.id)/sessions?q=\(encoded)", as: team.owner.cookie)
            #expect(page.status == 200)
            // The list is shown below the message about a search without a word.
            #expect(page.body.contains(id))
            #expect(page.body.contains("Type at least one word") == (found == 0))
        }
    }

    @Test func aQueryThatIsTooLongIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let query = String(repeating: "a", count: 501)
            #expect(try await service.send(.get, "/api/sessions?q=\(query)", as: team.key).status == 400)
        }
    }

    /// On the page people see what they find while they may still be typing; a program says so with a star.
    @Test func theLastWordIsAPrefixOnThePageOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login timeout")
            for (query, isFound) in [
                ("time", true), ("login%20time", true), ("time%20login", false), ("imeout", false),
            ] {
                let path = "/organizations/\(team.organization.id)/sessions?q=\(query)"
                let page = try await service.send(.get, path, as: team.owner.cookie)
                #expect(page.body.contains(id) == isFound, "\(query)")
            }
            #expect(try await titles("time", service, team) == [])
        }
    }

    @Test func answersFromAnIndexThatIsBeingBuiltSaySo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Fix the login timeout")
            try await DatabaseQueue(path: service.store.directory.databasePath).write { db in
                try db.execute(sql: "UPDATE search_state SET version = -1")
            }
            let path = "/organizations/\(team.organization.id)/sessions?q=login"
            let page = try await service.send(.get, path, as: team.owner.cookie).body
            #expect(page.contains("Older sessions are still being indexed"))
            let answer = try await service.send(.get, "/api/sessions?q=login", as: team.key)
            #expect(answer.json["searchTruncated"] == true)
            while try await !service.store.sessions.isSearchIndexComplete() {
                try await service.store.sessions.rebuildSearchIndex()
            }
            #expect(try await service.send(.get, "/api/sessions?q=login", as: team.key).json["searchTruncated"] == nil)
        }
    }

    @Test(arguments: ["AND", "OR NOT", "NEAR(a b)", "text:login", "^login", "login - x", "a+b", "{text}", "a\"b"])
    func operatorsAreOnlyWords(query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let answer = try await service.send(.get, "/api/sessions?q=\(encoded)", as: team.key)
            #expect(answer.json["sessions"] == [], "\(answer.body)")
        }
    }
}
