import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// The fields of the new-session page for where and how the work is done.
struct ComposerTests {
    private func path(_ team: Team) -> String { "/organizations/\(team.id)/sessions/new" }

    @Test(arguments: [
        ("acme/house", "https://github.com/acme/house"), ("github.com/acme/house", "https://github.com/acme/house"),
        (" https://github.com/acme/house.git ", "https://github.com/acme/house.git"),
        ("git@github.com:acme/house.git", "https://github.com/acme/house.git"),
        ("https://github.com/acme/house/tree/main", "https://github.com/acme/house"),
        ("http://github.com/acme/house", "https://github.com/acme/house"), ("house", "house"),
        ("ftp://example.com", "ftp://example.com"), ("https://example.com/garden", "https://example.com/garden"),
    ])
    func aRepositoryIsReadInEachOfItsForms(text: String, address: String) {
        #expect(RepositoryText.address(of: text, on: ["github.com", "git.example.com"]) == address)
    }

    @Test func whatIsTypedInThePlaceOfOtherCounts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                path(team), as: team.owner.cookie,
                [
                    "initialMessage": "Paint", "repoUrl": "other", "otherRepository": "acme/shed", "model": "other",
                    "otherModel": "house-model",
                ])
            let id = try #require(answer.location?.split(separator: "/").last)
            let session = try await service.send(.get, "/api/sessions/\(id)", as: team.key).json["session"]
            #expect(session?["metadata"]?["repository"] == "acme/shed" && session?["model"] == "house-model")
            let first = try await service.submit(
                path(team), as: team.owner.cookie, ["initialMessage": "Paint", "otherRepository": "acme/first"])
            #expect(first.status == 303)
            let none = try await service.submit(
                path(team), as: team.owner.cookie,
                ["initialMessage": "Paint", "repoUrl": "", "otherRepository": "acme/left-over"])
            let bare = try #require(none.location?.split(separator: "/").last)
            let metadata = try await service.send(.get, "/api/sessions/\(bare)", as: team.key).json["session"]?[
                "metadata"]
            #expect(metadata?["repository"] == nil)
        }
    }

    @Test(arguments: [("repoUrl", "otherRepository"), ("model", "otherModel")])
    func otherNeedsAName(choice: String, field: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            for typed in ["", "  "] {
                let refused = try await service.submit(
                    path(team), as: team.owner.cookie, ["initialMessage": "Paint", choice: "other", field: typed])
                #expect(refused.status == 400 && refused.error(at: field)?.contains(" must be named") == true)
            }
        }
    }

    @Test func repositoriesOfOthersAreOffered() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            for (person, name) in [(team.owner, "acme/house"), (bob, "acme/shed"), (bob, "acme/house")] {
                _ = try await service.submit(
                    path(team), as: person.cookie,
                    ["initialMessage": "Paint", "repoUrl": "other", "otherRepository": name])
                service.clock.advance(by: .seconds(1))
            }
            let carol = try await service.join(team, "Carol Hall")
            for person in [carol, bob, team.owner] {
                let page = try await service.visit(path(team), as: person.cookie)
                let offered = page.body.matches(of: #/<option value="https:\/\/github.com\/acme\/(\w+)"/#).map { $0.1 }
                #expect(offered.map(String.init) == ["house", "shed"], "\(person.email)")
            }
        }
    }

    @Test func theQueryFillsTheFormIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let page = try await service.visit(
                "\(path(team))?repository=acme/house&branch=dev&model=m1&message=Fix+%3Cit%3E", as: team.owner.cookie)
            #expect(page.body.contains("name=\"otherRepository\" value=\"https://github.com/acme/house\""))
            #expect(page.body.contains("name=\"baseBranch\" value=\"dev\""))
            #expect(page.body.contains("<option value=\"m1\" selected>"))
            #expect(page.body.contains("\nFix &lt;it&gt;</textarea>"))
        }
    }

    @Test func aBranchOrRepositoryThatIsNotThereIsNamedBeforeAnythingIsStored() async throws {
        let branches = BranchLookup { repository in
            switch repository.name {
            case "docs": .found(RemoteBranches(branches: ["main", "develop"], tags: ["v1"], defaultBranch: "main"))
            case "nope": .missing
            default: .unreachable
            }
        }
        try await TestService.run(branches: branches) { service in
            let team = try await service.makeTeam()
            func send(_ repository: String, _ branch: String) async throws -> TestAnswer {
                try await service.submit(
                    path(team), as: team.owner.cookie,
                    ["initialMessage": "Paint", "repoUrl": "acme/\(repository)", "baseBranch": branch])
            }
            let wrong = try await send("docs", "develp")
            #expect(wrong.status == 400)
            #expect(
                wrong.error(at: "baseBranch") == "There is no branch develp in acme/docs. Did you mean develop?")
            #expect(try await send("docs", "no-such").error(at: "baseBranch")?.hasSuffix("Did you mean main?") == true)
            let missing = try await send("nope", "")
            #expect(missing.error(at: "otherRepository")?.hasPrefix("There is no repository acme/nope,") == true)
            #expect(missing.body.contains("Paint</textarea>"))
            let stored = try await service.send(.get, "/api/sessions", as: team.key).json["sessions"]
            #expect(stored?.elements.isEmpty == true)
            for (repository, branch) in [("docs", ""), ("docs", "develop"), ("docs", "v1"), ("away", "anything")] {
                #expect(try await send(repository, branch).status == 303, "\(repository) \(branch)")
            }
            let list = try await service.visit("\(path(team))/branches?repository=acme/docs", as: team.owner.cookie)
            #expect(list.body.matches(of: /value="([^"]*)"/).map(\.1) == ["main", "develop"])
            let none = try await service.visit("\(path(team))/branches?repository=%2F", as: team.owner.cookie)
            #expect(none.status == 200 && !none.body.contains("<option"))
        }
    }

    @Test func aHostThatDoesNotAnswerKeepsNobodyWaiting() async throws {
        let lookup = BranchLookup(timeout: .milliseconds(50)) { _ in
            try await Task.sleep(for: .seconds(60))
            return .missing
        }
        let repository = try RepositoryURL("https://github.com/acme/house")
        #expect(await lookup.branches(of: repository) == .unreachable)
    }

    /// A session whose repository was never cloned may have named one that isn't there.
    @Test func onlyWhatWasClonedIsRemembered() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                path(team), as: team.owner.cookie,
                ["initialMessage": "Paint", "repoUrl": "acme/typo", "baseBranch": "no-such"])
            #expect(answer.status == 303)
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(!page.body.contains("typo") && !page.body.contains("no-such"))
        }
    }
}
