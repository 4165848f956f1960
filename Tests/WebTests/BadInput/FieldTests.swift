import TestSupport
import Testing

/// Fields that are missing, or of another type than the reference says.
struct FieldTests {
    private static let wrongForText = ["null", "1", "1.5", "true", "[]", "{}", #"["x"]"#, #"{"x":"y"}"#]
    private static let wrongForNumber = ["null", #""1""#, "1.5", "true", "[]", "{}", "1e30", "9223372036854775808"]

    @Test(arguments: BodyRoute.allCases)
    func aFieldOfTheWrongTypeIsNamed(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for field in route.fields(in: world).keys {
                for value in field == "number" ? Self.wrongForNumber : Self.wrongForText {
                    let answer = try await world.send(route.body(in: world, [field: value]), to: route)
                    expectProblem(answer, 400, pointers: ["/\(field)"])
                }
            }
        }
    }

    @Test(arguments: BodyRoute.allCases)
    func aMissingFieldIsNamed(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for field in route.requiredFields {
                let answer = try await world.send(route.body(in: world, [field: ""]), to: route)
                expectProblem(answer, 400, pointers: ["/\(field)"])
            }
        }
    }

    @Test func everythingThatIsWrongIsToldAtOnce() async throws {
        try await RefusalWorld.run { world in
            let missing = try await world.send("{}", to: .reportPullRequest)
            expectProblem(missing, 400, pointers: ["/number", "/url", "/status"])
            let detail = "`number` is required. `url` is required. `status` is required."
            #expect(missing.json["detail"]?.text == detail)

            let wrong = try await world.send(
                #"{"initialMessage":" ","baseBranch":"a..b","model":7}"#, to: .createSession)
            expectProblem(
                wrong, 400, pointers: ["/organizationId", "/initialMessage", "/baseBranch", "/model"])
        }
    }

    /// A blank password is a wrong one, and git takes odd blanks in a branch's name.
    @Test(arguments: BodyRoute.allCases)
    func aBlankFieldIsNamed(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for field in route.fields(in: world).keys where !["password", "number", "baseBranch"].contains(field) {
                for blank in ["", " ", #"\t\n"#, "\u{A0}\u{3000}", "\u{200B}", #"\u2060\ufeff"#] {
                    let answer = try await world.send(route.body(in: world, [field: "\"\(blank)\""]), to: route)
                    expectProblem(answer, 400, pointers: ["/\(field)"])
                }
            }
        }
    }

    /// A password may have any character; it is never stored.
    @Test(arguments: BodyRoute.allCases)
    func nulInATextIsNamed(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for (field, value) in route.fields(in: world) where field != "password" && field != "number" {
                let withNUL = String(value.dropLast()) + #"\u0000""#
                let answer = try await world.send(route.body(in: world, [field: withNUL]), to: route)
                expectProblem(answer, 400, pointers: ["/\(field)"])
            }
        }
    }

    @Test(arguments: BodyRoute.allCases)
    func aLoneSurrogateIsNamed(_ route: BodyRoute) async throws {
        try await RefusalWorld.run { world in
            for (field, value) in route.fields(in: world) where field != "number" {
                for half in [#"\ud83d"#, #"\ude00"#, #"\ude00\ud83d"#, #"\ud83dx"#] {
                    let answer = try await world.send(
                        route.body(in: world, [field: "\(value.dropLast())\(half)\""]), to: route)
                    expectProblem(answer, 400, pointers: ["/\(field)"])
                    #expect(
                        answer.json["detail"]?.text?.contains("an escape must be a character") == true, "\(answer.body)"
                    )
                }
            }
        }
    }
}
