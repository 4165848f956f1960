import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

struct DemoTests {
    @Test func theDemoHasSomethingForEveryFilterAndNumber() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let filled = try await FillWithDemo(organization: nil).perform(with: service.services)
            let list = try await service.send(.get, "/api/sessions", as: team.key).json
            let sessions = list["sessions"]?.elements ?? []
            #expect(sessions.count == filled.sessions && sessions.count > 250)
            #expect(Set(sessions.compactMap { $0["status"]?.text }) == ["active", "completed", "failed"])
            let states = Set(sessions.compactMap { $0["metadata"]?["prStatus"]?.text })
            #expect(states == ["draft", "open", "merged", "closed"])
            #expect(sessions.contains { $0["archivedAt"] != nil })
            #expect((list["stats"]?["mergesPastWeek"]?.integer ?? 0) > 0)
            #expect((list["stats"]?["humansPromptingNow"]?.integer ?? 0) > 0)
            let now = service.clock.now.description
            #expect(sessions.allSatisfy { ($0["updatedAt"]?.text ?? "~") <= now })
            #expect(sessions.contains { ($0["createdAt"]?.text ?? "~") < "2025-09-01" })
        }
    }

    @Test func oneSessionHasChangesToReview() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await FillWithDemo(organization: nil).perform(with: service.services)
            let list = try await service.send(.get, "/api/sessions?q=signup-validation", as: team.key).json
            let id = try #require(list["sessions"]?[0]?["id"]?.text)
            let page = try await service.visit("\(team.path(of: id))/changes", as: team.owner.cookie)
            #expect(page.status == 200 && page.body.contains("src/signup/helpers.ts → src/signup/text.ts"))
            #expect(page.body.contains("Binary file not shown.") && page.body.contains("12 files"))
            #expect(page.body.components(separatedBy: "<tr class=\"added\">").count > 120)
            let changes = DemoReview.changes
            let added = changes.patch.split(separator: UInt8(ascii: "\n")).count { line in
                line.first == UInt8(ascii: "+") && !line.starts(with: "+++".utf8)
            }
            #expect(added == changes.count.addedLines)
            let session = try await service.visit(team.path(of: id), as: team.owner.cookie)
            #expect(!session.body.contains("Not delivered") && session.body.contains("Review changes"))
        }
    }

    @Test func theDemoIsTheSameEveryTime() async throws {
        var titles: [[String]] = []
        for _ in 0..<2 {
            titles.append(
                try await TestService.run { service in
                    let team = try await service.makeTeam()
                    _ = try await FillWithDemo(organization: nil).perform(with: service.services)
                    let list = try await service.send(.get, "/api/sessions", as: team.key).json
                    return list["sessions"]?.elements.compactMap {
                        "\($0["id"]?.text ?? "") \($0["title"]?.text ?? "")"
                    } ?? []
                })
        }
        #expect(titles[0] == titles[1])
    }

    @Test func onlyAnEmptyOrganizationIsFilled() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            await #expect(throws: DomainError.self) {
                try await FillWithDemo(organization: nil).perform(with: service.services)
            }
            let list = try await service.send(.get, "/api/sessions", as: team.key).json
            #expect(list["sessions"]?.elements.map { $0["id"]?.text } == [id])
        }
    }
}
