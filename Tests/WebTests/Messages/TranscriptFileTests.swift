import HTTPTypes
import TestSupport
import Testing

/// A session after a whole run was reported.
struct TranscriptFileTests {
    struct Outcome: CustomTestStringConvertible {
        let file: TranscriptFile
        let messageCount: Int
        var status: JSONValue = "completed"
        var error: JSONValue?
        let lastMessagePreview: JSONValue
        var tasks: JSONValue = []

        var testDescription: String { file.rawValue }
    }

    static let outcomes = [
        Outcome(
            file: .signupValidation, messageCount: 11,
            lastMessagePreview: "Email and password are now validated before the form is sent..."),
        Outcome(
            file: .tasks, messageCount: 13,
            lastMessagePreview: "Email validation is done; password validation is under way.",
            tasks: [
                ["id": "1", "title": "Add email validation", "status": "completed"],
                ["id": "2", "title": "Add password validation", "status": "in_progress"],
            ]),
        Outcome(
            file: .todowrite, messageCount: 7, lastMessagePreview: "Both steps are finished.",
            tasks: [
                ["id": "1", "title": "Read the form", "status": "completed"],
                ["id": "2", "title": "Write the check", "status": "completed"],
            ]),
        Outcome(
            file: .toolError, messageCount: 5,
            lastMessagePreview: #"There is no test script: `npm test` failed with "command not found"."#),
        Outcome(
            file: .maxTurns, messageCount: 6, status: "failed", error: "Reached maximum number of turns (2)",
            lastMessagePreview: "Reached maximum number of turns (2)"),
        Outcome(file: .followUp, messageCount: 5, lastMessagePreview: "Updated the README as well."),
        Outcome(
            file: .apiError, messageCount: 3, status: "failed", error: "Credit balance is too low",
            lastMessagePreview: "Credit balance is too low"),
    ]

    @Test func everyFileIsExpectedSomething() {
        #expect(Set(Self.outcomes.map(\.file)) == Set(TranscriptFile.allCases))
    }

    @Test(arguments: outcomes)
    func aWholeRunIsUnderstood(_ outcome: Outcome) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login page")
            service.clock.advance(by: .seconds(60))
            let answer = try await service.report(outcome.file.text, to: id, of: team)
            #expect(answer.status == 201)

            let session = try await service.session(id, of: team)
            #expect(session["messageCount"]?.integer == outcome.messageCount)
            #expect(session["status"] == outcome.status)
            #expect(session["error"] == outcome.error)
            #expect(session["firstMessagePreview"] == "Fix the login page")
            #expect(session["lastMessagePreview"] == outcome.lastMessagePreview)
            #expect(session["title"] == "Fix login page")
            #expect(session["tasks"] == outcome.tasks)
            #expect(session["updatedAt"] == "2026-02-11T10:01:00.000Z")
            let prompt: JSONValue = ["type": "user", "message": ["content": "Fix the login page"]]
            #expect(session["messages"]?.elements == [prompt] + (try outcome.file.messages))

            let listed = try await service.send(.get, "/api/sessions", as: team.key).json["sessions"]?[0]
            #expect(answer.json["session"] == listed)
        }
    }

    @Test(arguments: TranscriptFile.allCases)
    func aRunReportedLineByLineEndsTheSame(_ file: TranscriptFile) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let (whole, piecemeal) = (
                try await service.createSession(in: team), try await service.createSession(in: team)
            )
            try await service.report(file.text, to: whole, of: team)
            for line in try file.text.split(separator: "\n") {
                let answer = try await service.send(
                    .post, "/api/sessions/\(piecemeal)/messages", as: team.key, body: String(line))
                #expect(answer.status == 201)
            }
            let expected = try await service.session(whole, of: team)
            let session = try await service.session(piecemeal, of: team)
            for field in expected.keys.subtracting(["id"]) {
                #expect(session[field] == expected[field], "\(field)")
            }
        }
    }

    @Test func messagesComeBackByteForByte() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            for file in TranscriptFile.allCases { try await service.report(file.text, to: id, of: team) }
            let body = try await service.send(.get, "/api/sessions/\(id)", as: team.key).body
            for file in TranscriptFile.allCases {
                for line in try file.text.split(separator: "\n") {
                    let isMessage = !line.hasPrefix(#"{"type":"system""#)
                    #expect(body.contains(line) == isMessage, "\(file) \(line.prefix(60))")
                }
            }
        }
    }

    @Test(arguments: TranscriptFile.allCases)
    func aRunDoesNotCountAsAHumans(_ file: TranscriptFile) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            try await service.report(file.text, to: id, of: team)
            let stats: JSONValue = [
                "mergesPastWeek": 0, "authorsPastWeek": 1, "humansPastWeek": 0, "humansPromptingNow": 0,
            ]
            #expect(try await service.stats(of: team) == stats)
        }
    }
}
