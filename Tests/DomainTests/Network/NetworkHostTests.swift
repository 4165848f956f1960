import Testing

@testable import Domain

@Suite struct NetworkHostTests {
    @Test(arguments: [
        ("Example.COM", "example.com"), ("example.com.", "example.com"), ("a_b.example", "a_b.example"),
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("faß.de", "xn--fa-hia.de"),
        ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"),
        ("0x7F.0.0.1", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"), ("017700000001", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"), ("[::1]", "[::1]"), ("::1", "[::1]"), ("[::ffff:127.0.0.1]", "127.0.0.1"),
        ("[::FFFF:7f00:1]", "127.0.0.1"), ("10.1", "10.0.0.1"), ("0", "0.0.0.0"),
    ])
    func everyFormOfAHostIsOne(text: String, host: String) throws {
        #expect(try NetworkHost(text).description == host)
    }

    @Test(arguments: [
        "", ".", "a..b", "-a.example", "a-.example", "a b", "a/b", "a@b", "a%41.example", "[::1", "::1]",
        "[fe80::1%eth0]",
        "256.1.1.1", "1.2.3.4.5", "0x100000000", "09.1.1.1", "example.com:443", "*.example.com", "exa\u{0}mple.com",
        String(repeating: "a", count: 64) + ".example", String(repeating: "a.", count: 130) + "a",
    ])
    func whatIsNoHostIsNone(text: String) {
        #expect(throws: InvalidValue.self) { try NetworkHost(text) }
    }

    @Test(arguments: [
        ("example.com:443", "example.com:443"), ("[::1]:80", "[::1]:80"), ("::1", "[::1]:1"), ("1.2.3.4", "1.2.3.4:1"),
        ("EXAMPLE.com.:8443", "example.com:8443"),
    ])
    func aDestinationIsAHostAndAPort(text: String, destination: String) throws {
        #expect(try NetworkDestination(authority: text, defaultPort: 1).description == destination)
    }

    @Test(arguments: ["example.com:", "example.com:0", "example.com:65536", "example.com:+1", "example.com:a", ":80"])
    func aWrongPortIsNone(text: String) {
        #expect(throws: InvalidValue.self) { try NetworkDestination(authority: text, defaultPort: 1) }
    }

    @Test(arguments: [
        "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.1.1.1",
        "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12::1", "ff02::1",
        "2001:db8::1", "2002:7f00:1::", "2001::1", "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1",
        "::127.0.0.1", "100::1", "3fff::1",
    ])
    func privateAddressesAreNotPublic(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic == false)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1",
        "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::1.1.1.1", "::ffff:1.1.1.1",
    ])
    func othersAre(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }
}
