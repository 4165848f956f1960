import Domain
import NIOCore
import Testing

@testable import Web

struct ClientNetworkTests {
    private func network(_ address: String, port: Int = 1) throws -> IPAddress? {
        try SocketAddress(ipAddress: address, port: port).internetAddress?.clientNetwork
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("192.0.2.1", "::ffff:192.0.2.1"), ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
    ])
    func isTheSame(_ one: String, _ other: String) throws {
        let networks = (try network(one), try network(other, port: 2))
        #expect(networks.0 == networks.1)
    }

    @Test(arguments: [("192.0.2.1", "192.0.2.2"), ("2001:db8:1:2::1", "2001:db8:1:3::1"), ("::1", "127.0.0.1")])
    func isAnother(_ one: String, _ other: String) throws {
        let networks = (try network(one), try network(other))
        #expect(networks.0 != networks.1)
    }

    @Test func aLocalSocketHasNone() throws {
        let address = try SocketAddress(unixDomainSocketPath: "/tmp/socket")
        #expect(address.internetAddress == nil)
    }
}
