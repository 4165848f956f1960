import HTTPTypes
import TestSupport
import Testing

/// A program's `POST /api/sessions/{id}/messages`: which lines are taken, and how.
struct AgentLinesTests {
    private static let good = #"{"type":"assistant","message":{"content":"Good."}}"#

    /// After an invalid line, the sender can correct it and send everything again without duplicates.
    @Test func brokenLinesAreNamedAndNothingIsKept() async throws {
        try await RefusalWorld.run { world in
            let lines = [
                Self.good, "{broken", Self.good, "", "[]", #"{"no":"type"}"#, #"{"type":7}"#, "null", Self.good, "text",
                #"{"type":"assistant"} {"type":"user"}"#, #"{"type":"assistant","message":{"content":"cut off"#,
            ]
            let answer = try await world.service.report(
                lines.joined(separator: "\n"), to: world.session, of: world.team)
            expectProblem(answer, 400, pointers: ["/2", "/5", "/6", "/7", "/8", "/10", "/11", "/12"])
            #expect(answer.json["errors"]?[0]?["detail"] == "is not valid JSON")
            #expect(answer.json["detail"]?.text?.contains("Line 5 must be a JSON object.") == true)
            #expect(answer.json["detail"]?.text?.contains("Line 6 must have a `type`") == true)
        }
    }

    /// Parts of a line that the service doesn't read must be JSON as well, because they are returned unchanged.
    @Test(arguments: [
        #"{"type":"assistant","x":1.2.3}"#, #"{"type":"assistant","x":"\q"}"#, #"{"type":"system","x":01}"#,
        #"{"type":"assistant","x":nul}"#, #"{"type":"assistant","x":[1,]}"#, "{\"type\":\"assistant\",\"x\":\"\u{1}\"}",
        #"{"type":"assistant","x":\#(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000))}"#,
        #"{"type":"assistant","x":"\u12"}"#, #"{"type":"assistant",}"#, #"{"type":"assistant","x":+1}"#,
    ])
    func aPartThatNobodyReadsMustBeJSONToo(_ line: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.service.report(
                [Self.good, line, Self.good].joined(separator: "\n"), to: world.session, of: world.team)
            expectProblem(answer, 400, pointers: ["/2"])
        }
    }

    @Test func ofVeryManyBrokenLinesTheFirstHundredAreNamed() async throws {
        try await RefusalWorld.run { world in
            let lines = String(repeating: "x\n", count: 100_000)
            let answer = try await world.service.report(lines, to: world.session, of: world.team)
            expectProblem(answer, 400, pointers: (1...100).map { "/\($0)" })
        }
    }

    @Test(arguments: ["", " ", "\n\n", "\r\n \r\n"])
    func aBodyWithoutLinesIsRefused(_ body: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.service.report(body, to: world.session, of: world.team)
            expectProblem(answer, 400)
        }
    }

    @Test func whatIsNoTextOrTooLargeIsRefused() async throws {
        try await RefusalWorld.run { world in
            let path = "/api/sessions/\(world.session)/messages"
            for bytes in MalformedBodyTests.notText {
                let body = Array((Self.good + "\n").utf8) + bytes
                expectProblem(
                    try await world.service.send(
                        .post, path, as: world.team.key, contentType: "application/x-ndjson", bytes: body), 400)
            }
            let large = [UInt8](repeating: UInt8(ascii: "\n"), count: 32 * 1_048_576 + 1)
            expectProblem(
                try await world.service.send(
                    .post, path, as: world.team.key, contentType: "application/x-ndjson", bytes: large), 413)
            for contentType in ["text/plain", "application/octet-stream", "text/x-ndjson"] {
                let answer = try await world.service.send(
                    .post, path, as: world.team.key, headers: [.contentType: contentType], body: Self.good)
                expectProblem(answer, 415)
            }
        }
    }

    @Test func blankLinesAndCarriageReturnsAreNoPartOfALine() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let body = "\r\n\n  \(Self.good) \t\r\n\r\n\(Self.good)\r"
            #expect(try await service.report(body, to: id, of: team).status == 201)
            let message: JSONValue = ["type": "assistant", "message": ["content": "Good."]]
            #expect(try await service.session(id, of: team)["messages"] == [message, message])
            let page = try await service.send(.get, "/api/sessions/\(id)/messages", as: team.key)
            #expect(page.json["messages"]?.elements.compactMap { $0["sequence"] } == [1, 2], "\(page.body)")
        }
    }

    @Test func unknownTypesAndFieldsAreKeptButAreNoMessages() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let lines = [
                #"{"type":"system","subtype":"init"}"#, #"{"type":"stream_event","x":{}}"#, #"{"type":"tomorrow"}"#,
                #"{"type":"","x":1}"#, #"{"type":"Assistant"}"#,
                #"{"type":"assistant","message":{"content":[{"type":"hologram"},7,{"type":"text","text":"Paint the shed."}]},"new":[1]}"#,
                #"{"type":"user","message":"no object"}"#,
                #"{"type":"result","subtype":{"odd":1},"is_error":"perhaps"}"#,
            ]
            let answer = try await service.report(lines.joined(separator: "\n"), to: id, of: team)
            #expect(answer.json["lastSequence"] == 8)
            let session = try await service.session(id, of: team)
            #expect(session["messageCount"] == 3)
            #expect(session["messages"]?.elements == (try lines[5...].map { try JSONValue(parsing: $0) }))
            #expect(session["title"] == "Paint shed")
            #expect(session["firstMessagePreview"] == "Paint the shed.")
            #expect(session["status"] == "completed")
            let page = try await service.send(.get, "/api/sessions/\(id)/messages", as: team.key)
            #expect(page.json["messages"]?.elements.compactMap { $0["sequence"] } == [6, 7, 8])
        }
    }

    @Test func halfACharacterIsReplacedAndWholeOnesAreNot() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let line =
                #"{"type":"assistant","message":{"content":"cut \ud83d and \ude00, whole \ud83d\ude00, \\ud83d"},"x":"\udfff"}"#
            #expect(try await service.report(line, to: id, of: team).status == 201)
            let message: JSONValue = [
                "type": "assistant", "message": ["content": "cut \u{FFFD} and \u{FFFD}, whole 😀, \\ud83d"],
                "x": "\u{FFFD}",
            ]
            #expect(try await service.session(id, of: team)["messages"] == [message])
        }
    }

    /// SQLite ends a text at NUL.
    @Test func nulIsKeptInALineButSpoilsNothingThatIsReadOfIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let lines = [
                #"{"type":"user\u0000","message":{"content":"no message"}}"#,
                #"{"type":"assistant","message":{"content":"be\u0000fore"}}"#,
                #"{"type":"user","tool_use_result":{"task":{"id":"1","subject":"Read\u0000 it"}}}"#,
                #"{"type":"user","tool_use_result":{"task":{"id":"1\u0000","subject":"Write it"}}}"#,
                #"{"type":"result","is_error":true,"result":"It broke\u0000 here"}"#,
            ]
            let answer = try await service.report(lines.joined(separator: "\n"), to: id, of: team)
            #expect(answer.status == 201, "\(answer.body)")
            let session = try await service.session(id, of: team)
            #expect(session["messageCount"] == 4)
            #expect(session["messages"]?.elements == (try lines[1...].map { try JSONValue(parsing: $0) }))
            #expect(session["tasks"]?.elements.map { $0["title"] } == ["Read\u{FFFD} it", "Write it"])
            #expect(session["error"] == "It broke\u{FFFD} here")
        }
    }
}
