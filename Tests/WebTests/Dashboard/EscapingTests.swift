import HTTPTypes
import TestSupport
import Testing

struct EscapingTests {
    /// Beside a combining one, a mark of HTML is part of a longer character.
    @Test(arguments: [
        ("%3Cscript%3E", "value=\"&lt;script&gt;\""),
        ("%D8%80%3Cscript%3E", "value=\"\u{600}&lt;script&gt;\""),
        ("%22%CC%81onfocus=alert(1)", "value=\"&quot;\u{301}onfocus=alert(1)\""),
    ])
    func whatWasTypedStaysText(_ typed: String, _ attribute: String) async throws {
        try await TestService.run { service in
            let headers: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded", .origin: TestService.origin,
            ]
            let answer = try await service.send(
                .post, "/sign-in", exactly: headers, body: "email=\(typed)&password=wrong")
            #expect(answer.body.utf8.contains(attribute.utf8), "\(answer.body)")
        }
    }
}
