import HTTPTypes
import TestSupport
import Testing

/// Bodies that aren't a JSON object at all.
struct MalformedBodyTests {
    static let notObjects = [
        "", " ", "{", "}", "{]", #"{"title":}"#, #"{"title" "x"}"#, #"{"title":"x"} more"#, #"{"title":"x"}{}"#,
        "{'title':'x'}", #"{"title":"x"#, "{title:1}", "[]", #"[{"title":"x"}]"#, #""title""#, "1", "true", "null",
        "NaN", "title=x",
        "\u{1}", String(repeating: "[", count: 100_000), #"{"x":"# + String(repeating: "[", count: 100_000),
    ]

    @Test(arguments: BodyRoute.allCases)
    func whatIsNoJSONObjectIsRefused(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            // Before anybody is known only short bodies are taken.
            for body in Self.notObjects where route != .signIn || body.utf8.count <= 16_384 {
                let answer = try await world.send(body, to: route)
                expectProblem(answer, 400)
                #expect(answer.json["detail"] == "The body is not a JSON object.", "\(body.prefix(40))")
            }
            expectProblem(try await world.send(nil, to: route), 400)
        }
    }

    static let notText: [[UInt8]] = [
        [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0xBD], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x00],
    ]

    @Test(arguments: BodyRoute.allCases)
    func whatIsNoUTF8IsRefused(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for bytes in Self.notText {
                let body = Array(#"{"title":"a"#.utf8) + bytes + Array(#"b"}"#.utf8)
                let answer = try await world.send(body, to: route)
                expectProblem(answer, 400)
                #expect(answer.json["detail"] == "The body is not UTF-8 text.", "\(bytes)")
            }
            let utf16 = route.body(in: world).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            expectProblem(try await world.send([0xFF, 0xFE] + utf16, to: route), 400)
        }
    }

    @Test(arguments: BodyRoute.allCases)
    func aBodyOfTwoMebibytesIsRefused(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            let padding = #","x":"\#(String(repeating: "a", count: 2 * 1_048_576))"}"#
            expectProblem(try await world.send(route.body(in: world).dropLast() + padding, to: route), 413)
        }
    }

    @Test(arguments: BodyRoute.allCases)
    func anotherContentTypeIsRefused(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            let others = [
                "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml",
                "text/json", "application/x-ndjson", "application/jsonp", "text/plain; application/json", "",
            ]
            for contentType in others {
                expectProblem(try await world.send(route.body(in: world), to: route, contentType: contentType), 415)
            }
        }
    }

    @Test(arguments: ["application/json; charset=utf-8", "APPLICATION/JSON", "application/json ;charset=UTF-8"])
    func parametersAndCaseOfTheContentTypeDoNotMatter(_ contentType: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send("{}", to: .editSession, contentType: contentType)
            #expect(answer.status == 200)
        }
    }

    @Test func fieldsThatNobodyAsksForAreIgnored() async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send(#"{"id":"x","author":null,"elephant":[1,{"a":[]}]}"#, to: .editSession)
            #expect(answer.status == 200)
            #expect(!answer.body.contains("elephant"))
        }
    }
}
