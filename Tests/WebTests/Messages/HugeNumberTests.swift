import TestSupport
import Testing

@testable import Web

/// Numbers that can't be added up, or not be written in JSON.
struct HugeNumberTests {
    @Test func whatIsNotFiniteIsAbsent() {
        var json = JSONWriter()
        json.object { json in
            json.field("a", Double.infinity)
            json.field("b", -Double.infinity)
            json.field("c", Double.nan)
            json.field("d", 0.5)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"d":0.5}"#)
    }

    @Test func aReportOfTheGreatestNumbersIsTakenAgainAndAgain() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let line =
                #"{"type":"result","subtype":"success","result":"Done","num_turns":9223372036854775807,"#
                + #""total_cost_usd":1.7e308,"duration_ms":9223372036854775807,"usage":"#
                + #"{"input_tokens":9223372036854775807,"output_tokens":9223372036854775807}}"#
            for _ in 0..<2 {
                let answer = try await service.report("\(line)\n\(line)", to: session, of: team)
                #expect(answer.status == 201)
            }
        }
    }
}
