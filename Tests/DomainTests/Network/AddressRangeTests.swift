import Domain
import TestSupport
import Testing

struct AddressRangeTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("::1", "::1"),
        ("2001:DB8:0:0::1", "2001:db8::1"),
    ])
    func anAddressHasOneNotation(text: String, notation: String) {
        #expect(IPAddress(text)?.description == notation)
    }

    @Test(arguments: [
        "", " ", "localhost", "192.0.2", "192.0.2.256", "192.0.2.1:80", "[::1]", "::1%eth0", "1.2.3.4 ", ":::", "x::1",
    ])
    func whatIsNoAddressIsNone(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func clientsAreCountedByAddressOrIPv6Subnet() throws {
        #expect(IPAddress("192.0.2.1")?.clientNetwork == IPAddress("192.0.2.1"))
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.clientNetwork == IPAddress("2001:db8:1:2::"))
        #expect(IPAddress("::ffff:192.0.2.1")?.clientNetwork == IPAddress("192.0.2.1"))
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.1.2.3/8", "10.0.0.1", true),
        ("10.0.0.1", "10.0.0.1", true), ("10.0.0.1", "10.0.0.2", false), ("0.0.0.0/0", "203.0.113.9", true),
        ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "2001:db8::1", true), ("::/0", "10.0.0.1", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
        ("10.0.0.0/8", "::ffff:10.9.9.9", true), ("::ffff:10.0.0.0/104", "10.9.9.9", true), ("::1/128", "::1", true),
        ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.255", true),
    ])
    func aRangeHasItsAddressesOnly(range: String, address: String, isIn: Bool) throws {
        #expect(try AddressRange(range).contains(#require(IPAddress(address))) == isIn)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "proxy", "10.0.0.0/8/8",
    ])
    func whatIsNoRangeIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try AddressRange(text) }
    }
}
