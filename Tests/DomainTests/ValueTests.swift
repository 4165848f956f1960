import Domain
import Foundation
import Testing

struct ValueTests {
    @Test(arguments: [
        "https://github.com/acme/web-app", "https://github.com/acme/web-app/", "https://github.com/acme/web-app.git",
        "HTTPS://GitHub.com/acme/web-app",
    ])
    func aRepositorysAddressIsBroughtToOneForm(text: String) throws {
        #expect(try RepositoryURL(text).description == "https://github.com/acme/web-app")
    }

    @Test(arguments: [
        "", "acme/web-app", "http://github.com/a/b", "git@github.com:a/b.git", "ssh://github.com/a/b", "file:///etc",
        "/etc/passwd", "../repo", "https://github.com", "https://github.com/a", "https://github.com/a/b/c",
        "https://user:pass@github.com/a/b", "https://github.com@evil.com/a/b", "https://github.com:8443/a/b",
        "https://127.0.0.1/a/b", "https://10.0.0.1/a/b", "https://localhost/a/b", "https://gitlab.com/a/b",
        "https://github.com/a/..", "https://github.com/../b", "https://github.com/a/b?x", "https://github.com/a/b#x",
        "https://github.com/a/b%2e", "https://github.com/-a/b", "https://github.com/a/--upload-pack=x",
        "https://github.com/a/b\n", "https://github.com/a b/c", "ext::sh -c x", "https://github.com//b",
        "https://github.com/a/.git", "https://github.com.evil.com/a/b", "https://gıthub.com/a/b",
    ])
    func everythingElseIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try RepositoryURL(text) }
    }

    @Test func otherHostsNeedTheOperator() throws {
        let hosts: Set<String> = ["git.example.com", "localhost:3000"]
        #expect(try RepositoryURL("https://git.example.com/a/b", allowedHosts: hosts).fullName == "a/b")
        #expect(try RepositoryURL("https://localhost:3000/a/b", allowedHosts: hosts).host == "localhost:3000")
        #expect(throws: InvalidValue.self) { try RepositoryURL("https://github.com/a/b", allowedHosts: hosts) }
    }

    @Test func addressesThatDifferInCaseAreOne() throws {
        #expect(try EmailAddress("Alice@Example.COM") == EmailAddress("alice@example.com"))
    }

    @Test(arguments: [
        "", "alice", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "a@\u{0}", String(repeating: "a", count: 255) + "@b",
    ])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try EmailAddress(text) }
    }

    @Test(arguments: [
        "short", "12345678901", "123456789012", "PasswordPassword", "aaaaaaaaaaaaaaaa", "alice@example.com",
        "correcthorsebatterystaple", String(repeating: "xy", count: 501),
    ])
    func poorPasswordsAreRefused(password: String) throws {
        let email = try EmailAddress("alice@example.com")
        #expect(throws: InvalidValue.self) { try PasswordPolicy.check(password, email: email) }
    }

    @Test func commonPasswordsAreRefusedInAnyCase() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CPasswords/common-passwords.txt").standardizedFileURL
        let passwords = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(passwords.count >= 3000 && Set(passwords).count == passwords.count)
        let sample = stride(from: 0, to: passwords.count, by: 10).map { passwords[$0] }
        let allowed = (sample + sample.map { $0.uppercased() }).filter { password in
            (try? PasswordPolicy.check(password, email: nil)) != nil
        }
        #expect(allowed == [])
    }

    @Test(arguments: ["correct horse battery 9", "žluťoučký kůň", "twelve chars"])
    func othersMayBeChosen(password: String) throws {
        try PasswordPolicy.check(password, email: EmailAddress("alice@example.com"))
    }

    @Test func aLineIsTrimmedAndBounded() throws {
        #expect(try PlainText.line("  Fix it \n", maximum: 6) == "Fix it")
        for wrong in ["", " \n", "\u{200B}\u{200D}", "a\nb", "a\u{0}b", "a\u{7F}b", "1234567"]
        where wrong != "\u{200B}\u{200D}" {
            #expect(throws: InvalidValue.self) { try PlainText.line(wrong, maximum: 6) }
        }
    }
}
