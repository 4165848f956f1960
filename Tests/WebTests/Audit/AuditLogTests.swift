import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// The audit log as owners read it.
struct AuditLogTests {
    @Test func anEntryNamesTheClient() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.send(
                .patch, team.path, as: team.owner.cookie,
                headers: [.userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
                body: #"{"name":"Acme & Sons"}"#)
            let entry = try await service.latestAudit(in: team)
            #expect(entry["browser"] == "Firefox on Linux")
            #expect(entry["createdAt"] == "2026-02-11T10:00:00.000Z")
            #expect(entry["details"] == ["from": "Acme", "to": "Acme & Sons"])
        }
    }

    @Test func pagesFollowEachOther() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for number in 0..<5 {
                _ = try await service.send(
                    .patch, team.path, as: team.owner.cookie, body: "{\"name\":\"Acme \(number)\"}")
            }
            let query = "?action=organization.renamed&limit=2"
            let first = try await service.send(.get, "\(team.path)/audit\(query)", as: team.owner.cookie)
            let cursor = try #require(first.json["nextCursor"]?.text)
            let second = try await service.send(
                .get, "\(team.path)/audit\(query)&cursor=\(cursor)", as: team.owner.cookie)
            let names = [first, second].flatMap { $0.json["events"]?.elements ?? [] }.map { $0["details"]?["to"] }
            #expect(names == ["Acme 4", "Acme 3", "Acme 2", "Acme 1"])
            let third = try await service.send(
                .get, "\(team.path)/audit\(query)&cursor=\(second.json["nextCursor"]?.text ?? "")",
                as: team.owner.cookie)
            #expect(third.json["events"]?.elements.count == 1)
            #expect(third.json["nextCursor"] == nil)
        }
    }

    @Test(arguments: [
        "action=nothing", "since=yesterday", "until=2026-02-30", "limit=0", "limit=201", "cursor=0", "cursor=x",
    ])
    func aWrongParameterIsNamed(_ query: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(.get, "\(team.path)/audit?\(query)", as: team.owner.cookie)
            #expect(answer.status == 400)
            #expect(answer.body.contains("`\(query.prefix { $0 != "=" })`"))
            let page = try await service.visit(
                "/organizations/\(team.id)/settings/audit?\(query)", as: team.owner.cookie)
            #expect(page.status == 200)
        }
    }

    @Test func daysAreInclusive() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let all = try await service.audit(in: team).count
            #expect(try await service.audit(in: team, "?since=2026-02-11&until=2026-02-11").count == all)
            #expect(try await service.audit(in: team, "?since=2026-02-12").isEmpty)
            #expect(try await service.audit(in: team, "?until=2026-02-10").isEmpty)
            #expect(try await service.audit(in: team, "?actor=\(team.owner.user.id)").count < all)
        }
    }

    @Test func theExportHasEveryEntry() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for _ in 0..<600 {
                try await service.store.audit.record(
                    .sessionExported, in: team.organization.id, at: service.clock.now)
            }
            let export = try await service.send(.get, "\(team.path)/audit/export", as: team.owner.cookie)
            #expect(export.headers[.contentType] == "application/x-ndjson")
            let lines = export.body.split(separator: "\n")
            #expect(lines.filter { $0.contains(#""action":"session.exported""#) }.count == 600)
            let few = try await service.send(
                .get, "\(team.path)/audit/export?action=organization.created", as: team.owner.cookie)
            #expect(few.body.split(separator: "\n").count == 1)
        }
    }

    @Test func thePageShowsEntriesAndEscapesThem() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.send(
                .post, "\(team.path)/api-keys", as: team.owner.cookie, body: #"{"name":"<b>CI</b>"}"#)
            let page = try await service.visit(
                "/organizations/\(team.id)/settings/audit?action=key.created", as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains("API key created"))
            #expect(page.body.contains("&lt;b&gt;CI&lt;/b&gt;") && !page.body.contains("<b>CI</b>"))
            #expect(page.body.contains("/audit/export?action=key.created"))
            let none = try await service.visit(
                "/organizations/\(team.id)/settings/audit?action=session.deleted", as: team.owner.cookie)
            #expect(none.body.contains("No entries match."))
        }
    }
}
