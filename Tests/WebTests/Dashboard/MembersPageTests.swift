import Domain
import TestSupport
import Testing

struct MembersPageTests {
    @Test func itListsTheOrganizationsPeople() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob <b>Roy</b>")
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains("Bob &lt;b&gt;Roy&lt;/b&gt;") && !page.body.contains("<b>Roy"))
            #expect(page.body.contains(bob.email) && page.body.contains(team.owner.email))
            #expect(!page.body.contains("Mallory") && !page.body.contains(other.owner.email))
        }
    }

    @Test func aRoleIsChanged() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let answer = try await service.submit(
                "\(path(team))/\(bob.id)/role", as: team.owner.cookie, ["role": "owner"])
            #expect(answer.location == "\(path(team))?done=role")
            #expect(try await service.visit(path(team), as: bob.cookie).status == 200)
        }
    }

    @Test func whoGivesUpBeingAnOwnerGoesToTheSessions() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy", as: .owner)
            let answer = try await service.submit(
                "\(path(team))/\(bob.id)/role", as: bob.cookie, ["role": "member"])
            #expect(answer.location == "/organizations/\(team.id)/sessions")
            #expect(try await service.visit(path(team), as: bob.cookie).status == 403)
        }
    }

    @Test func aMemberIsRemoved() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let remove = "\(path(team))/\(bob.id)/remove"
            let answer = try await service.submit(remove, as: team.owner.cookie)
            #expect(answer.location == "\(path(team))?done=removed")
            #expect(try await service.visit("/organizations/\(team.id)/settings", as: bob.cookie).status == 403)
            let again = try await service.submit(remove, as: team.owner.cookie)
            #expect(again.status == 404)
            #expect(again.body.contains("The organization has no member"))
        }
    }

    @Test func theLastOwnerStaysOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let owner = "\(path(team))/\(team.owner.id)"
            let answers = [
                try await service.submit("\(owner)/role", as: team.owner.cookie, ["role": "member"]),
                try await service.submit("\(owner)/remove", as: team.owner.cookie),
            ]
            for answer in answers {
                #expect(answer.status == 409)
                #expect(answer.body.contains("role=\"alert\">The organization needs at least one owner."))
            }
            let odd = try await service.submit("\(owner)/role", as: team.owner.cookie, ["role": "king"])
            #expect(odd.status == 400)
            #expect(odd.body.contains("Choose a role."))
        }
    }

    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings/members" }
}
