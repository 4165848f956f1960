import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

struct SandboxPagesTests {
    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings/sandbox" }

    private static let typed = [
        "name": "Web <app>", "isDefault": "true", "repoUrl": "https://github.com/acme/web-app", "baseBranch": "develop",
        "setupScript": "npm ci\r\n</textarea>", "variables": "NODE_ENV=test\r\nTEXT=\"a\\nb\"",
    ]

    /// Adds an environment and returns its page's path.
    private func add(
        _ fields: [String: String] = typed, in team: Team, _ service: TestService
    ) async throws -> String {
        let answer = try await service.submit(path(team), as: team.owner.cookie, fields)
        #expect(answer.status == 303, "\(answer.body)")
        return String(try #require(answer.location).prefix { $0 != "?" })
    }

    @Test func anEnvironmentIsAddedShownAndListed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let empty = try await service.visit(path(team), as: team.owner.cookie)
            #expect(empty.body.contains("No environments yet."))
            let place = try await add(in: team, service)
            let page = try await service.visit("\(place)?done=environment-added", as: team.owner.cookie)
            #expect(page.body.contains("The environment is created.") && page.body.contains("<h1>Web &lt;app&gt;</h1>"))
            #expect(page.body.contains("value=\"https://github.com/acme/web-app\""))
            #expect(page.body.contains("value=\"true\" checked"))
            #expect(page.body.contains("\nnpm ci\n&lt;/textarea&gt;</textarea>"))
            #expect(page.body.contains("\nNODE_ENV=test\nTEXT=&quot;a\\nb&quot;</textarea>"))
            let list = try await service.visit(path(team), as: team.owner.cookie)
            #expect(list.body.contains("acme/web-app at develop, set-up script, 2 variables"))
            #expect(list.body.contains("<span class=\"badge\">default</span>"))
            let stored = try await service.store.environments.environments(of: team.organization.id)
            #expect(stored.first?.variables.sorted.map(\.value) == ["test", "a\nb"])
        }
    }

    @Test func itIsChangedAndDeleted() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let place = try await add(in: team, service)
            let saved = try await service.submit(
                place, as: team.owner.cookie, ["name": "Bare", "repoUrl": "", "setupScript": "", "variables": ""])
            #expect(saved.location == "\(place)?done=environment-saved")
            let stored = try #require(
                try await service.store.environments.environments(of: team.organization.id).first)
            #expect(stored.outline.name == "Bare" && !stored.outline.isDefault && stored.outline.repository == nil)
            #expect(stored.setupScript == nil && stored.variables.values.isEmpty)
            let deleted = try await service.submit("\(place)/delete", as: team.owner.cookie)
            #expect(deleted.location == "\(path(team))?done=environment-deleted")
            #expect(try await service.visit(place, as: team.owner.cookie).status == 404)
        }
    }

    @Test func errorsStandAtTheirFieldsAndNothingTypedIsLost() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let place = try await add(in: team, service)
            for (field, value, error) in [
                ("name", " ", "The name must not be blank."),
                ("repoUrl", "ftp://example.com", "The repository must be a repository&#39;s address such as"),
                ("variables", "NODE_ENV", "The variables must have lines such as NAME=value; line 1 is different."),
                ("variables", "HOME=/tmp", "The variables have a name that must not be HOME, which changes how"),
            ] {
                for address in [path(team), place] {
                    let typed = Self.typed.merging(["name": "Other"]) { $1 }.merging([field: value]) { $1 }
                    let page = try await service.submit(address, as: team.owner.cookie, typed)
                    #expect(page.status == 400)
                    #expect(page.error(at: field)?.hasPrefix(error) == true, "\(page.error(at: field) ?? "none")")
                    #expect(page.body.contains("npm ci\n&lt;/textarea&gt;</textarea>"))
                    #expect(page.body.contains("value=\"develop\"") && page.body.contains("value=\"true\" checked"))
                }
            }
            let taken = try await service.submit(path(team), as: team.owner.cookie, Self.typed)
            #expect(taken.status == 409 && taken.error(at: "name")?.contains("with this name already exists") == true)
        }
    }

    @Test func aSecretIsSetAndRemovedAndNeverShown() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let place = try await add(in: team, service)
            let set = try await service.submit(
                "\(place)/secrets", as: team.owner.cookie, ["secret": " TOKEN ", "value": "swordfish\r\nchips"])
            #expect(set.location == "\(place)?done=secret-set")
            let page = try await service.visit(place, as: team.owner.cookie)
            #expect(page.body.contains("<code>TOKEN</code>") && !page.body.contains("swordfish"))
            let session = SessionID(rawValue: try await service.createSession(in: team))
            let run = try await service.store.environments.settings(forRunOf: session)
            #expect(run?.secretTexts == ["swordfish\nchips"])
            #expect(try await service.visit(path(team), as: team.owner.cookie).body.contains("2 variables, 1 secret"))
            let removed = try await service.submit("\(place)/secrets/TOKEN/remove", as: team.owner.cookie)
            #expect(removed.location == "\(place)?done=secret-removed")
            #expect(try await !service.visit(place, as: team.owner.cookie).body.contains("TOKEN</code>"))
        }
    }

    @Test(arguments: [
        ("1A", "swordfish", "secret", 400), ("TOKEN", "abc", "value", 400), ("NODE_ENV", "swordfish", "secret", 409),
    ])
    func aRefusedSecretsNameIsKeptAndItsValueIsNot(
        name: String, value: String, field: String, status: Int
    ) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let place = try await add(in: team, service)
            let page = try await service.submit(
                "\(place)/secrets", as: team.owner.cookie, ["secret": name, "value": value])
            #expect(page.status == status && page.error(at: field) != nil)
            #expect(page.body.contains("value=\"\(name)\"") && !page.body.contains(value))
            #expect(page.body.contains("value=\"Web &lt;app&gt;\""))
        }
    }

    @Test func anotherOrganizationsIsNotThere() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let place = try await add(in: team, service)
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let foreign = place.replacing(team.id, with: other.id)
            #expect(try await service.visit(foreign, as: other.owner.cookie).status == 404)
            for address in [foreign, "\(foreign)/delete", "\(foreign)/secrets"] {
                let fields = Self.typed.merging(["secret": "TOKEN", "value": "swordfish"]) { $1 }
                #expect(try await service.submit(address, as: other.owner.cookie, fields).status == 404)
            }
            #expect(try await service.visit(place, as: team.owner.cookie).body.contains("Web &lt;app&gt;"))
        }
    }

    @Test func aNewSessionOffersTheEnvironmentsThatThereAre() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let new = "/organizations/\(team.id)/sessions/new"
            #expect(try await !service.visit(new, as: bob.cookie).body.contains("environmentId"))
            let id = String(try await add(in: team, service).split(separator: "/").last ?? "")
            let page = try await service.visit(new, as: bob.cookie)
            #expect(page.body.contains("<option value=\"\(id)\">Web &lt;app&gt;</option>"))
            #expect(page.body.contains("<option value=\"\" selected>"))
            let answer = try await service.submit(
                new, as: bob.cookie, ["initialMessage": "Paint", "environmentId": id, "repoUrl": ""])
            let session = try #require(answer.location?.split(separator: "/").last)
            let shown = try await service.session(String(session), of: team)
            #expect(shown["environment"]?["id"]?.text == id)
            #expect(shown["metadata"]?["repository"] == "acme/web-app")
            let wrong = try await service.submit(
                new, as: bob.cookie, ["initialMessage": "Paint", "environmentId": "env_unknown"])
            #expect(
                wrong.status == 400
                    && wrong.error(at: "environmentId")?.hasPrefix("The environment must be the id") == true)
        }
    }
}
