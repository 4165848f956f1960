import TestSupport
import Testing

struct PaletteTests {
    private func find(_ query: String, _ service: TestService, _ team: Team, as person: Person) async throws -> String {
        let page = try await service.visit("/organizations/\(team.id)/palette\(query)", as: person.cookie)
        #expect(page.status == 200 && !page.body.contains("<html"))
        return page.body
    }

    @Test func itFindsSessionsPeopleAndCommands() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Stone")
            let id = try await service.createSession(in: team, "Paint the <wall>")
            let everything = try await find("", service, team, as: team.owner)
            #expect(everything.contains(id) && everything.contains("Paint &lt;wall&gt;"))
            #expect(everything.contains("New session") && !everything.contains("aria-label=\"People\""))
            let people = try await find("?q=bob+sto", service, team, as: team.owner)
            #expect(people.contains("<mark>Bob</mark> <mark>Sto</mark>ne") && people.contains("?author="))
            #expect(!people.contains(id))
            let sessions = try await find("?q=pai", service, team, as: bob)
            #expect(sessions.contains(id) && sessions.contains("<mark>Paint</mark> &lt;wall&gt;"))
            #expect(
                try await find("?q=API+doc", service, team, as: bob).contains("<mark>API</mark> <mark>doc</mark>um"))
            #expect(try await find("?q=xylophone", service, team, as: bob).contains("Nothing found."))
            #expect(try await find("?q=%22", service, team, as: bob).contains("Nothing found."))
        }
    }

    @Test func itLeadsMembersNowhereThatIsClosedToThem() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Stone")
            #expect(try await find("", service, team, as: team.owner).contains("/settings/keys"))
            #expect(try await !find("", service, team, as: bob).contains("/settings"))
        }
    }
}
