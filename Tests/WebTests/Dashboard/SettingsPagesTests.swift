import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct SettingsPagesTests {
    private static let pages = ["", "/members", "/invitations", "/sandbox", "/keys"]

    @Test func anOwnerFindsEachPageFromTheOthers() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for page in Self.pages {
                let answer = try await service.visit(path(team) + page, as: team.owner.cookie)
                #expect(answer.status == 200)
                for other in Self.pages { #expect(answer.body.contains("href=\"\(path(team))\(other)\"")) }
                #expect(answer.body.contains("href=\"\(path(team))\(page)\" aria-current=\"page\""))
            }
        }
    }

    @Test func theyAreForOwnersOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            for page in Self.pages {
                for stranger in [bob.cookie, other.owner.cookie] {
                    let answer = try await service.visit(path(team) + page, as: stranger)
                    #expect(answer.status == 403)
                    #expect(answer.body.contains("<h1>You don&#39;t have access to this page</h1>"))
                    #expect(!answer.body.contains(team.owner.email))
                }
                #expect(try await service.visit(path(team) + page).status == 303)
            }
            let account = try await service.visit("/account", as: bob.cookie)
            #expect(!account.body.contains(path(team)))
        }
    }

    @Test func theOrganizationIsRenamed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(path(team), as: team.owner.cookie, ["name": "Acme <& Co>"])
            #expect(answer.location == "\(path(team))?done=renamed")
            let page = try await service.visit(try #require(answer.location), as: team.owner.cookie)
            #expect(page.body.contains("The name is saved."))
            #expect(page.body.contains("value=\"Acme &lt;&amp; Co&gt;\""))
            let blank = try await service.submit(path(team), as: team.owner.cookie, ["name": " "])
            #expect(blank.status == 400)
            #expect(blank.error(at: "name") == "The name must not be blank.")
        }
    }

    @Test func aFormOfAnotherSiteDoesNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let routes = RouteTable(service.services).routes.filter { $0.isPage && $0.method == .post }
            for route in routes where route.access == .owner {
                let address = route.path.replacing("{organization}", with: team.id)
                for site in ["cross-site", "same-site", "null"] {
                    let answer = try await service.submit(
                        address, as: team.owner.cookie, ["name": "Eve", "role": "member", "expiry": "never"],
                        from: site)
                    #expect(answer.status == 403, "\(address)")
                }
            }
            #expect(try await service.store.apiKeys.keys(of: team.organization.id).count == 1)
            #expect(try await service.store.environments.outlines(of: team.organization.id).isEmpty)
            #expect(try await service.store.accounts.organizations().map(\.name) == ["Acme"])
        }
    }

    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings" }
}
