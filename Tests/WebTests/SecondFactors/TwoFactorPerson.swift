import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Somebody with two-factor authentication, and their app.
struct TwoFactorPerson {
    let person: Person
    let key: AuthenticatorKey
    let recoveryCodes: [String]

    /// What the app shows at a moment.
    func code(at time: Timestamp) -> String {
        TimeBasedCode.code(with: key, at: TimeBasedCode.step(at: time))
    }

    /// A code that isn't valid around a moment.
    func wrongCode(at time: Timestamp) -> String {
        let step = TimeBasedCode.step(at: time)
        let valid = (step - 3...step + 3).map { TimeBasedCode.code(with: key, at: $0) }
        return ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"].first {
            !valid.contains($0)
        } ?? "888888"
    }
}

extension TestService {
    /// Turns on two-factor authentication as a person does it. The code of this moment is used then.
    func turnOnTwoFactor(_ person: Person) async throws -> TwoFactorPerson {
        let key = try await offeredKey(to: person)
        let answer = try await submit(
            "/account/two-factor/turn-on", as: person.cookie,
            [
                "password": Self.password,
                "code": TimeBasedCode.code(with: key, at: TimeBasedCode.step(at: clock.now)),
            ])
        let page = try await visit(try #require(answer.location), as: person.cookie)
        let codes = try #require(page.text(ofID: "recovery-codes")).split(separator: "\n").map(String.init)
        return TwoFactorPerson(person: person, key: key, recoveryCodes: codes)
    }

    /// The key on the page for setting up.
    func offeredKey(to person: Person) async throws -> AuthenticatorKey {
        let page = try await visit("/account/two-factor", as: person.cookie)
        return AuthenticatorKey(bytes: Self.decodedBase32(try #require(page.text(ofID: "key"))))
    }

    private static func decodedBase32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.flatMap { character in
            let value = alphabet.firstIndex(of: character) ?? 0
            return (0..<5).reversed().map { value >> $0 & 1 }
        }
        return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) }
        }
    }

    /// Enters email and password on the page.
    ///
    /// - Returns: the answer, and the cookie for the second step.
    func enterPassword(of person: Person, next: String = "") async throws -> (answer: TestAnswer, cookie: String?) {
        let answer = try await submit(
            "/sign-in", ["email": person.email, "password": Self.password, "next": next])
        let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-__sign_in=") }
        return (answer, cookie.map { String($0.prefix { $0 != ";" }) })
    }

    /// Enters a code on the page of the second step.
    func enterCode(_ code: String, _ cookie: String?, next: String = "") async throws -> TestAnswer {
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .testFetchSite: "same-origin", .accept: "text/html",
        ]
        headers[.cookie] = cookie
        return try await send(
            .post, "/sign-in/code", exactly: headers, body: "code=\(code)&next=\(next.percentEncoded)")
    }

    /// Signs in as a program does.
    func signInByAPI(_ person: Person, code: String?) async throws -> TestAnswer {
        let field = code.map { ",\"code\":\"\($0)\"" } ?? ""
        return try await send(
            .post, "/api/auth/sign-in",
            body: "{\"email\":\"\(person.email)\",\"password\":\"\(Self.password)\"\(field)}")
    }
}
