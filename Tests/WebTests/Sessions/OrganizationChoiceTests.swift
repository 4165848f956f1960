import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Which organization a request is about.
struct OrganizationChoiceTests {
    private static func titles(_ answer: TestAnswer) -> [String] {
        answer.json["sessions"]?.elements.compactMap { $0["title"]?.text } ?? []
    }

    @Test func aKeyKnowsItsOrganizationAndNoOther() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: team, "Paint the shed")
            for query in ["", "?organizationId=\(team.id)", "?organizationId=\(team.id)&unknown=1"] {
                let list = try await service.send(.get, "/api/sessions\(query)", as: team.key)
                #expect(Self.titles(list) == ["Paint shed"])
                #expect(try await service.send(.get, "/api/sessions/\(id)\(query)", as: team.key).status == 200)
            }
            let unknown = ["org_unknown", "", "%00", "\(team.id)%00", "\(team.id),\(other.id)", team.id.uppercased()]
            var bodies: Set<JSONValue?> = []
            for organization in unknown + [other.id] {
                let query = "?organizationId=\(organization)"
                let list = try await service.send(.get, "/api/sessions\(query)", as: team.key)
                expectProblem(list, 403)
                bodies.insert(list.json["detail"])
                expectProblem(try await service.send(.get, "/api/sessions/\(id)\(query)", as: team.key), 403)
            }
            // A missing organization can't be distinguished from another's.
            #expect(bodies.count == 1)
        }
    }

    @Test func aMemberOfOneOrganizationNeedNotNameIt() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: team, "Paint the shed")
            for query in ["", "?organizationId=\(team.id)"] {
                let list = try await service.send(.get, "/api/sessions\(query)", as: team.owner.cookie)
                #expect(Self.titles(list) == ["Paint shed"])
                #expect(
                    try await service.send(.get, "/api/sessions/\(id)\(query)", as: team.owner.cookie).status == 200)
            }
            for organization in ["org_unknown", other.id] {
                let list = try await service.send(
                    .get, "/api/sessions?organizationId=\(organization)", as: team.owner.cookie)
                expectProblem(list, 403)
            }
        }
    }

    @Test func aMemberOfSeveralMustNameOne() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let third = try await service.store.accounts.addOrganization(
                "Third", owner: team.owner.user.email, at: service.clock.now)
            let id = try await service.createSession(in: team, "Paint the shed")
            let cookie = team.owner.cookie
            expectProblem(try await service.send(.get, "/api/sessions", as: cookie), 400)
            let home = try await service.send(.get, "/api/sessions?organizationId=\(team.id)", as: cookie)
            #expect(Self.titles(home) == ["Paint shed"])
            let away = try await service.send(.get, "/api/sessions?organizationId=\(third.id)", as: cookie)
            #expect(away.status == 200)
            #expect(Self.titles(away) == [])
            expectProblem(try await service.send(.get, "/api/sessions?organizationId=\(other.id)", as: cookie), 403)

            let path = "/api/sessions/\(id)?organizationId="
            #expect(try await service.send(.get, path + team.id, as: cookie).status == 200)
            expectProblem(try await service.send(.get, path + third.id.rawValue, as: cookie), 403)
            // The body names it here.
            let created = try await service.send(
                .post, "/api/sessions", as: cookie, body: #"{"organizationId":"\#(third.id)"}"#)
            #expect(created.status == 201)
        }
    }

    @Test func inAnOrganizationOfOthersNobodyCreates() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let create = try await service.send(
                .post, "/api/sessions", as: other.owner.cookie, body: #"{"organizationId":"\#(team.id)"}"#)
            expectProblem(create, 403)
            let unknown = try await service.send(
                .post, "/api/sessions", as: other.owner.cookie, body: #"{"organizationId":"org_unknown"}"#)
            expectProblem(unknown, 403)
            #expect(unknown.json["detail"] == create.json["detail"])
            #expect(try await service.stats(of: team)["authorsPastWeek"] == 0)
        }
    }
}
