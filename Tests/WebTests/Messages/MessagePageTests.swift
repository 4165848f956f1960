import HTTPTypes
import TestSupport
import Testing

/// `GET /api/sessions/{id}/messages?after&before&limit`.
struct MessagePageTests {
    /// A session of 250 lines, every fifth of which is no message.
    private static func run(_ test: @Sendable (TestService, Team, String) async throws -> Void) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let lines = (1...250).map { #"{"type":"\#($0 % 5 == 0 ? "system" : "assistant")","n":\#($0)}"# }
            try await service.report(lines.joined(separator: "\n"), to: id, of: team)
            try await test(service, team, "/api/sessions/\(id)/messages")
        }
    }

    private static let sequences = (1...250).filter { $0 % 5 != 0 }

    private static func sequences(_ answer: TestAnswer) -> [Int] {
        answer.json["messages"]?.elements.compactMap { $0["sequence"]?.integer } ?? []
    }

    @Test func theFirstHundredComeUnlessToldOtherwise() async throws {
        try await Self.run { service, team, path in
            let answer = try await service.send(.get, path, as: team.key)
            #expect(answer.status == 200)
            #expect(answer.json.keys == ["messages", "hasMore"])
            #expect(Self.sequences(answer) == Array(Self.sequences.prefix(100)))
            #expect(answer.json["hasMore"] == true)
            #expect(answer.json["messages"]?[0]?.keys == ["sequence", "createdAt", "type", "n"])
        }
    }

    @Test(arguments: [9, 40, 199, 200])
    func pagesOnwardsAndBackwardsHaveEveryMessageOnce(_ limit: Int) async throws {
        try await Self.run { service, team, path in
            var (forwards, after, hasMore): ([Int], Int, Bool) = ([], 0, true)
            while hasMore {
                let page = try await service.send(.get, "\(path)?after=\(after)&limit=\(limit)", as: team.key)
                #expect(Self.sequences(page).count <= limit)
                forwards += Self.sequences(page)
                after = try #require(forwards.last)
                hasMore = page.json["hasMore"] == true
            }
            #expect(forwards == Self.sequences)

            var (backwards, before): ([Int], Int) = ([], 251)
            hasMore = true
            while hasMore {
                let page = try await service.send(.get, "\(path)?before=\(before)&limit=\(limit)", as: team.key)
                backwards = Self.sequences(page) + backwards
                before = try #require(backwards.first)
                hasMore = page.json["hasMore"] == true
            }
            #expect(backwards == Self.sequences)
        }
    }

    @Test func beyondEitherEndThereIsNothing() async throws {
        try await Self.run { service, team, path in
            for query in ["after=250", "after=249", "after=9223372036854775807", "before=1"] {
                let answer = try await service.send(.get, "\(path)?\(query)", as: team.key)
                #expect(answer.json == ["messages": [], "hasMore": false], "\(query)")
            }
        }
    }

    @Test func anythingElseInPlaceOfANumberIsRefused() async throws {
        try await Self.run { service, team, path in
            let wrong = [
                "limit=0", "limit=201", "limit=-1", "limit=all", "limit=", "limit=1.5", "limit=%31%30%30%30",
                "after=-1", "after=x",
                "after=", "after=9223372036854775808", "before=0", "before=-5", "before=x", "before=%00",
                "after=1&before=9",
            ]
            for query in wrong {
                expectProblem(try await service.send(.get, "\(path)?\(query)", as: team.key), 400)
            }
        }
    }

    @Test func aPageOfLongMessagesEndsEarlier() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let text = String(repeating: "y", count: 700_000)
            for number in 1...3 {
                try await service.report(#"{"type":"assistant","n":\#(number),"text":"\#(text)"}"#, to: id, of: team)
            }
            for (range, expected) in [("after=0", [1, 2]), ("after=2", [3]), ("before=4", [2, 3]), ("before=2", [1])] {
                let page = try await service.send(.get, "/api/sessions/\(id)/messages?\(range)", as: team.key)
                #expect(Self.sequences(page) == expected)
                #expect(page.json["hasMore"] == .bool(expected.count == 2))
            }
        }
    }
}
