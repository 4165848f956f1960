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
                "\(path(team))/\(bob.id)/role", as: team.owner.cookie, ["role": "owner", "confirmed": "yes"])
            #expect(answer.sayingPath == path(team))
            let page = try await service.visit(answer.location ?? "", as: team.owner.cookie)
            #expect(page.said == "Bob Roy is an owner now." && page.undo == nil)
            // The page's own parts say it no second time.
            #expect(!page.body.contains("class=\"notice\""))
            #expect(try await service.visit(path(team), as: bob.cookie).status == 200)
        }
    }

    @Test func aNewOwnerIsConfirmedFirst() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob <b>Roy")
            let asked = try await service.submit(
                "\(path(team))/\(bob.id)/role", as: team.owner.cookie, ["role": "owner", "was": "member"])
            #expect(asked.status == 303 && asked.location == "\(path(team))?promote=\(bob.id)")
            #expect(try await service.visit(path(team), as: bob.cookie).status == 403)
            let page = try await service.visit(asked.location ?? "", as: team.owner.cookie)
            #expect(
                page.body.contains("Bob &lt;b&gt;Roy</span> an owner?") && page.body.contains("Make owner</button>"))
            let others = try await service.visit("\(path(team))?promote=user_nobody", as: team.owner.cookie)
            #expect(others.status == 200 && !others.body.contains("Make owner"))
        }
    }

    @Test func aChangedRoleIsUndone() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let fields = ["role": "owner", "was": "member", "confirmed": "yes"]
            let answer = try await service.submit("\(path(team))/\(bob.id)/role", as: team.owner.cookie, fields)
            let undo = try #require(try await service.visit(answer.location ?? "", as: team.owner.cookie).undo)
            let undone = try await service.submit(undo.path, as: team.owner.cookie, undo.fields)
            let page = try await service.visit(undone.location ?? "", as: team.owner.cookie)
            #expect(page.said == "Bob Roy is a member now." && page.undo?.fields == fields)
            #expect(try await service.visit(path(team), as: bob.cookie).status == 403)
        }
    }

    @Test func ownersComeFirstAndEachHasTheirLastMessage() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam(owner: "Zoe Last")
            let anna = try await service.join(team, "Anna First")
            _ = try await service.join(team, "bob Second")
            _ = try await service.createSession(in: team, by: anna)
            service.clock.advance(by: .seconds(2 * 86_400))
            let page = try await service.visit(path(team), as: team.owner.cookie)
            let names = page.body.matches(of: /<strong dir="auto">([^<]*)<\/strong>/).map { String($0.1) }
            #expect(names == ["Zoe Last", "Anna First", "bob Second"])
            #expect(page.pageText.ranges(of: "last message 2 days ago").count == 1)
            #expect(page.pageText.ranges(of: "no messages yet").count == 2)
        }
    }

    @Test func membersAreFoundByNameAndAddress() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            _ = try await service.join(team, "Carl Roy")
            func found(_ query: String) async throws -> [String] {
                let page = try await service.visit("\(path(team))?q=\(query)", as: team.owner.cookie)
                #expect(page.status == 200)
                return page.body.matches(of: /<strong dir="auto">([^<]*)<\/strong>/).map { String($0.1) }
            }
            #expect(try await found("roy+BOB") == ["Bob Roy"])
            #expect(try await found(bob.email.replacing("@", with: "%40")) == ["Bob Roy"])
            #expect(try await found("roy") == ["Bob Roy", "Carl Roy"])
            #expect(try await found("nobody").isEmpty)
            let page = try await service.visit("\(path(team))?q=roy", as: team.owner.cookie)
            #expect(page.pageText.contains("2 of 3 members") && page.body.contains("href=\"\(path(team))\">Clear"))
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
            #expect(answer.sayingPath == path(team))
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
