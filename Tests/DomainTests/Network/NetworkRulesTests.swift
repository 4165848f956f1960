import Testing

@testable import Domain

@Suite struct NetworkRulesTests {
    private func destination(_ text: String) throws -> NetworkDestination {
        try NetworkDestination(authority: text)
    }

    private func hosts(_ texts: String...) throws -> [AllowedHost] {
        try [AllowedHost](listed: texts)
    }

    @Test(arguments: [
        ("example.com", "example.com:443", true), ("example.com", "example.com:80", true),
        ("example.com", "example.com:22", false), ("example.com", "a.example.com:443", false),
        ("example.com", "notexample.com:443", false), ("example.com", "example.com.evil.test:443", false),
        ("Example.COM.", "EXAMPLE.com.:443", true), ("*.example.com", "a.b.example.com:443", true),
        ("*.example.com", "example.com:443", false), ("*.example.com", "notexample.com:443", false),
        ("example.com:8443", "example.com:8443", true), ("example.com:8443", "example.com:443", false),
        ("*.bücher.example", "a.xn--bcher-kva.example:443", true), ("1.1.1.1", "1.1.1.1:443", true),
        ("1.1.1.1", "0x1010101:443", true), ("[2606:4700::1]:53", "[2606:4700:0::1]:53", true),
    ])
    func aListedHostIsWhatItSays(listed: String, asked: String, isAllowed: Bool) throws {
        #expect(try AllowedHost(listed).contains(destination(asked)) == isAllowed)
        #expect(try AllowedHost("\(AllowedHost(listed))") == AllowedHost(listed))
    }

    @Test(arguments: [
        "*", "*.", "*.com", "*.co.uk", "a.*.example.com", "*.10.0.0.1", "example.com:0", "example.com:70000",
        "https://example.com", "example.com/path", "10.0.0.1", "127.0.0.1:8080", "[::1]:80", "",
    ])
    func whatOwnersMayNotListIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try [AllowedHost](listed: [text]) }
    }

    @Test func eachAccessLetsThroughWhatItSays() throws {
        let listed = try hosts("example.com")
        let operators = OperatorHosts(
            agent: [try AllowedHost("model.internal:8443")], repositories: [try AllowedHost("git.internal")])
        let asked = ["model.internal:8443", "pypi.org:443", "git.internal:443", "example.com:443", "other.test:25"]
        func allowed(_ access: NetworkAccess, _ ceilings: NetworkAccess...) throws -> [Bool] {
            let rules = NetworkRules(access: access, ceilings: ceilings, hosts: listed, operators: operators)
            return try asked.map { text in
                if case .allowed = rules.verdict(on: try destination(text)) { true } else { false }
            }
        }
        #expect(try allowed(.none) == [true, false, false, false, false])
        #expect(try allowed(.trusted) == [true, true, true, true, false])
        #expect(try allowed(.custom) == [true, false, false, true, false])
        #expect(try allowed(.all) == [true, true, true, true, true])
        #expect(try allowed(.all, .none) == [true, false, false, false, false])
        #expect(try allowed(.all, .trusted) == [true, true, true, false, false])
        #expect(try allowed(.all, .custom) == [true, true, true, true, false])
        #expect(try allowed(.custom, .all, .trusted) == [true, false, false, false, false])
        #expect(try allowed(.trusted, .all, .all) == [true, true, true, true, false])
    }

    @Test func theReasonIsTold() throws {
        let rules = NetworkRules(access: .trusted, ceilings: [.none])
        #expect(rules.verdict(on: try destination("pypi.org:443")) == .refused(.aboveCeiling))
        #expect(rules.verdict(on: try destination("other.test:443")) == .refused(.notAllowed))
    }

    @Test func onlyWhatTheOperatorListsMayBePrivate() throws {
        let operators = OperatorHosts(agent: [try AllowedHost("127.0.0.1:8080")])
        let rules = NetworkRules(access: .all, operators: operators)
        #expect(rules.verdict(on: try destination("127.0.0.1:8080")) == .allowed(mayBePrivate: true))
        #expect(rules.verdict(on: try destination("127.1:8080")) == .allowed(mayBePrivate: true))
        #expect(rules.verdict(on: try destination("127.0.0.1:8081")) == .allowed(mayBePrivate: false))
        #expect(rules.verdict(on: try destination("example.com:443")) == .allowed(mayBePrivate: false))
    }

    @Test func theTrustedHostsAreWellFormed() throws {
        #expect([AllowedHost].trusted.count > 80)
        #expect([AllowedHost].trusted.contains { $0.description == "registry.npmjs.org" })
    }
}
