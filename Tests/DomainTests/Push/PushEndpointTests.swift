import Domain
import Testing

struct PushEndpointTests {
    @Test(arguments: [
        ("https://fcm.example.com/fcm/send/a:b?c", "https://fcm.example.com/fcm/send/a:b?c", "https://fcm.example.com"),
        ("HTTPS://Push.Example.COM", "https://push.example.com/", "https://push.example.com"),
        ("https://push.example.com:443/x", "https://push.example.com/x", "https://push.example.com"),
        ("https://push.example.com:8443/x", "https://push.example.com:8443/x", "https://push.example.com:8443"),
        ("https://push.example.com?x", "https://push.example.com/?x", "https://push.example.com"),
    ])
    func anAddressOfAPushServiceIsRead(_ text: String, _ address: String, _ origin: String) throws {
        let endpoint = try PushEndpoint(text)
        #expect(endpoint.description == address)
        #expect(endpoint.origin == origin)
    }

    /// Addresses without TLS, IP addresses in any form, addresses without a host, and misleading ones.
    @Test(arguments: [
        "http://push.example.com/a", "https://192.0.2.1/a", "https://127.0.0.1/a", "https://[::1]/a",
        "https://[2606::1]/", "https://2130706433/a", "https://0x7f.1/a", "https://017700000001/", "", "https://",
        "https:///a", "ftp://a.b/",
        "https://user@push.example.com/a", "https://push.example.com/a b", "https://push.example.com/a\n",
        "https://push.example.com/#a", "https://push.example.com\\@10.0.0.1/", "https://push.example.com:0/",
        "https://push.example.com:99999/", "https://push.example.com:/", "javascript:alert(1)", "//push.example.com/",
        "https://push.example.com/\u{e9}",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(throws: InvalidValue.self) { try PushEndpoint(text) }
    }

    @Test func anAddressIsNotLongWithoutEnd() throws {
        let start = "https://push.example.com/"
        let longest = start + String(repeating: "a", count: PushEndpoint.maximumLength - start.count)
        #expect(try PushEndpoint(longest).description == longest)
        #expect(throws: InvalidValue.self) { try PushEndpoint(longest + "a") }
    }

    @Test func theOperatorMayHaveAPushServiceOfTheirOwn() throws {
        let own = try AllowedHost("127.0.0.1:9000")
        #expect(try PushEndpoint("http://127.0.0.1:9000/a", allowing: [own]).origin == "http://127.0.0.1:9000")
        #expect(throws: InvalidValue.self) { try PushEndpoint("http://127.0.0.1:9001/a", allowing: [own]) }
        #expect(throws: InvalidValue.self) { try PushEndpoint("http://push.example.com/a", allowing: [own]) }
    }
}
