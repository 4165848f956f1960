import Domain
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
