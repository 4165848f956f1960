import HTTPTypes
import TestSupport
import Testing

struct OtherMethodsTests {
    @Test(arguments: ["PATCH", "PUT", "OPTIONS", "TRACE", "QUERY"])
    func aMethodThatAnAddressDoesNotTakeIsAnsweredWithThoseItTakes(method: String) async throws {
        try await TestService.run { service in
            let answer = try await service.send(try #require(HTTPRequest.Method(method)), "/api/sessions")
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == "GET, HEAD, POST")
        }
    }
}
