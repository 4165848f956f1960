import TestSupport
import Testing

/// Times in bodies are RFC 3339, whole and real.
struct TimeTests {
    @Test(arguments: [
        ("2027-01-02T03:04:05.678Z", "2027-01-02T03:04:05.678Z"), ("2027-01-02T03:04:05Z", "2027-01-02T03:04:05.000Z"),
        ("2027-01-02T03:04:05.5+02:00", "2027-01-02T01:04:05.500Z"),
        ("2027-01-02T03:04:05-00:30", "2027-01-02T03:34:05.000Z"),
        ("2028-02-29T00:00:00.000Z", "2028-02-29T00:00:00.000Z"),
    ])
    func aTimeIsKeptInUTCToTheMillisecond(_ given: String, _ kept: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let world = RefusalWorld(service: service, team: team, session: "")
            let answer = try await world.send(#"{"name":"x","expiresAt":"\#(given)"}"#, to: .createAPIKey)
            #expect(answer.json["apiKey"]?["expiresAt"]?.text == kept, "\(answer.body)")
        }
    }

    @Test func whatIsNoTimeIsRefused() async throws {
        let wrong = [
            "tomorrow", "2027-01-02", "2027-01-02T03:04:05", "2027-01-02 03:04:05Z", "2027-01-02T03:04:05.Z",
            "2027-01-02T03:04:05.000Zjunk", "2027-01-02T03:04:05.000Z ", " 2027-01-02T03:04:05.000Z",
            "2027-02-30T00:00:00.000Z", "2027-13-01T00:00:00.000Z", "2027-01-02T24:00:00.000Z", "2027-1-2T3:4:5Z",
            "2027-01-02T03:60:00.000Z", "2027-01-02T03:04:05+2", "1830000000", "２027-01-02T03:04:05Z",
        ]
        try await RefusalWorld.run { world in
            for time in wrong {
                let answer = try await world.send(#"{"name":"x","expiresAt":"\#(time)"}"#, to: .createAPIKey)
                expectProblem(answer, 400, pointers: ["/expiresAt"])
            }
        }
    }
}
