import Domain
import Storage
import TestSupport
import Testing

struct InvitationsPageTests {
    @Test func aLinkIsShownOnceAndLetsIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam("Acme", owner: "Alice <b>Chen</b>")
            let made = try await service.submit(path(team), as: team.owner.cookie, ["role": "owner"])
            #expect(made.status == 303)
            let place = try #require(made.location)
            let shown = try await service.visit(place, as: team.owner.cookie)
            let link = try #require(shown.text(ofID: "link"))
            #expect(!shown.body.contains("own machine"))
            let again = try await service.visit(place, as: team.owner.cookie)
            #expect(again.text(ofID: "link") == nil && again.body.contains("A link is shown only once."))
            #expect(link.hasPrefix("https://lodestone.test/join#lsi_"))
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(!page.body.contains("lsi_"))
            #expect(page.body.contains("For an owner, by Alice &lt;b&gt;Chen&lt;/b&gt;"))

            _ = try await service.signUp(String(link.drop { $0 != "#" }.dropFirst()), name: "Bob <i>")
            let used = try await service.visit(path(team), as: team.owner.cookie)
            #expect(used.body.contains("Bob &lt;i&gt; joined"))
            #expect(used.body.contains("<span class=\"badge\">used</span>"))
            #expect(used.body.contains("No open invitations."))
        }
    }

    @Test func anUnknownRoleIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(path(team), as: team.owner.cookie, ["role": "king"])
            #expect(answer.status == 400)
            #expect(answer.error(at: "role") == "The role must be one of owner, member.")
            #expect(try await service.store.invitations.invitations(to: team.organization.id).isEmpty)
        }
    }

    @Test func aRevokedLinkOpensNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            let invitation = try #require(
                try await service.store.invitations.invitations(to: team.organization.id).first)
            let revoke = "\(path(team))/\(invitation.id)/revoke"
            let answer = try await service.submit(revoke, as: team.owner.cookie)
            #expect(answer.location == "\(path(team))?done=invitation-revoked")
            #expect(try await service.signUp(token).status == 404)
        }
    }

    @Test func aUsedLinkCannotBeRevoked() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.signUp(service.invite(to: team), name: "Bob Roy")
            let invitation = try #require(
                try await service.store.invitations.invitations(to: team.organization.id).first)
            let answer = try await service.submit("\(path(team))/\(invitation.id)/revoke", as: team.owner.cookie)
            #expect(answer.status == 409)
            #expect(answer.body.contains("Bob Roy has already joined with this invitation."))
        }
    }

    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings/invitations" }
}
