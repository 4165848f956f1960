import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

struct ClientAddressTests {
    private func client(
        _ remote: String?, _ forwarded: [String] = [], trusting proxies: [String] = []
    ) throws -> String? {
        var headers = HTTPFields()
        for line in forwarded { headers.append(HTTPField(name: .forwardedFor, value: line)) }
        let client = ClientAddress(
            remote: remote.flatMap { IPAddress($0) }, headers: headers,
            trustedProxies: try proxies.map { try AddressRange($0) })
        return client.address?.description
    }

    @Test func aHeaderOfAnybodyButATrustedProxyCountsForNothing() throws {
        #expect(try client("192.0.2.1", ["203.0.113.9"]) == "192.0.2.1")
        #expect(try client("192.0.2.1", ["203.0.113.9"], trusting: ["10.0.0.0/8"]) == "192.0.2.1")
        #expect(try client(nil, ["203.0.113.9"], trusting: ["10.0.0.0/8"]) == nil)
    }

    @Test(arguments: [
        ([], "10.0.0.1"), (["203.0.113.9"], "203.0.113.9"), (["1.1.1.1, 203.0.113.9"], "203.0.113.9"),
        (["1.1.1.1", "203.0.113.9 ,10.0.0.2"], "203.0.113.9"), (["203.0.113.9", "10.0.0.3,10.0.0.2"], "203.0.113.9"),
        (["10.0.0.3, 10.0.0.2"], "10.0.0.3"), (["203.0.113.9:4711"], "203.0.113.9"),
        (["[2001:db8::1]:4711"], "2001:db8::1"), (["2001:db8::1"], "2001:db8::1"),
        (["203.0.113.9, unknown"], "10.0.0.1"),
        (["203.0.113.9, <script>, 10.0.0.2"], "10.0.0.2"), ([","], "10.0.0.1"),
        (["::ffff:203.0.113.9, ::ffff:10.0.0.2"], "203.0.113.9"),
    ])
    func aTrustedProxyTellsWhomItAsksFor(forwarded: [String], client expected: String) throws {
        #expect(try client("10.0.0.1", forwarded, trusting: ["10.0.0.0/8", "::1"]) == expected)
    }
}
