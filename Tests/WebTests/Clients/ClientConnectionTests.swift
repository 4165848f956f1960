import Domain
import HTTPTypes
import Testing

@testable import Web

struct ClientConnectionTests {
    private func isSecure(_ remote: String?, _ scheme: String?) throws -> Bool {
        var headers = HTTPFields()
        headers[.forwardedProto] = scheme
        return ClientConnection.isSecure(
            toProxy: remote.flatMap { IPAddress($0) }, headers: headers,
            trustedProxies: [try AddressRange("10.0.0.0/8")])
    }

    @Test(arguments: ["https", "HTTPS", "https,http", "https, http"])
    func aTrustedProxyTellsThatItsClientUsesHTTPS(scheme: String) throws {
        #expect(try isSecure("10.0.0.1", scheme))
        #expect(try !isSecure("192.0.2.1", scheme))
        #expect(try !isSecure(nil, scheme))
    }

    @Test(arguments: ["http", "http,https", "", "httpsx", nil])
    func nothingElseIsHTTPS(scheme: String?) throws {
        #expect(try !isSecure("10.0.0.1", scheme))
    }
}
