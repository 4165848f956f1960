import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct TwoFactorPageTests {
    private static let path = "/account/two-factor"

    private static func form(_ code: String, password: String = TestService.password) -> [String: String] {
        ["password": password, "code": code]
    }

    @Test func theKeyIsShownAsAnImageAsTextAndAsALink() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let page = try await service.visit(Self.path, as: person.cookie)
            let key = try #require(page.text(ofID: "key"))
            #expect(key.wholeMatch(of: #/[A-Z2-7]{32}/#) != nil)
            #expect(page.body.contains("href=\"otpauth://totp/Lodestone:"))
            #expect(page.body.contains("secret=\(key)&amp;issuer=Lodestone"))
            #expect(page.text(ofID: "address")?.hasPrefix("otpauth://totp/Lodestone:") == true)
            #expect(page.body.contains("<svg class=\"qr\" role=\"img\" aria-label=\"QR code with the key below\""))
            #expect(!page.body.contains("style="))
            #expect(page.headers[.cacheControl] == "no-store")
            // The same again, in this browser only.
            #expect(try await service.visit(Self.path, as: person.cookie).text(ofID: "key") == key)
            let elsewhere = try await service.signIn(person)
            #expect(try await service.visit(Self.path, as: elsewhere).text(ofID: "key") != key)
        }
    }

    @Test func turningItOnRenewsTheTokenAndIsSeenByOwners() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let members = "/organizations/\(team.id)/settings/members"
            let before = try await service.visit(members, as: team.owner.cookie)
            #expect(before.status == 200 && !before.body.contains(">two-factor<"))
            let key = try await service.offeredKey(to: team.owner)
            let code = TimeBasedCode.code(with: key, at: TimeBasedCode.step(at: service.clock.now))
            let done = try await service.submit(
                "\(Self.path)/turn-on", as: team.owner.cookie, Self.form(code))
            #expect(done.status == 303)
            let next = try await service.visit(members, as: team.owner.cookie)
            #expect(next.headers[values: .setCookie].contains { $0.contains("__session=") })
            #expect(next.body.contains(">two-factor<"))
            let accounts = try await service.store.accounts.accounts()
            #expect(accounts.filter(\.hasSecondFactor).map(\.user.email.description) == [team.owner.email])
        }
    }

    @Test func itIsOnOnlyAfterPasswordAndCode() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let elsewhere = try await service.signIn(person)
            let key = try await service.offeredKey(to: person)
            let code = TimeBasedCode.code(with: key, at: TimeBasedCode.step(at: service.clock.now))
            let wrong = TwoFactorPerson(person: person, key: key, recoveryCodes: []).wrongCode(at: service.clock.now)
            let path = "\(Self.path)/turn-on"
            let badPassword = try await service.submit(path, as: person.cookie, Self.form(code, password: "not it"))
            #expect(
                badPassword.status == 400 && badPassword.error(at: "password") == "The current password is incorrect.")
            let badCode = try await service.submit(path, as: person.cookie, Self.form(wrong))
            #expect(badCode.status == 400)
            #expect(badCode.error(at: "code") == "The code is wrong or was already used; enter a new one.")
            #expect(!badCode.body.contains(wrong))
            #expect(try await service.signInByAPI(person, code: nil).status == 200)

            // The key of this browser's page isn't another's.
            let foreign = try await service.submit(path, as: elsewhere, Self.form(code))
            #expect(foreign.status == 409)
            let done = try await service.submit(path, as: person.cookie, Self.form(code))
            let shown = try await service.visit(try #require(done.location), as: person.cookie)
            #expect(shown.text(ofID: "recovery-codes")?.split(separator: "\n").count == 10)
            let again = try await service.visit(try #require(done.location), as: person.cookie)
            #expect(again.text(ofID: "recovery-codes") == nil)
            #expect(again.body.contains("Recovery codes are shown only once."))
            // Others were signed in without it.
            expectProblem(try await service.send(.get, "/api/me", as: elsewhere), 401)
            expectProblem(try await service.signInByAPI(person, code: nil), 401)
        }
    }

    @Test func aKeyThatWasShownLongAgoIsWorthNothing() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let key = try await service.offeredKey(to: person)
            service.clock.advance(by: .seconds(1800))
            let code = TimeBasedCode.code(with: key, at: TimeBasedCode.step(at: service.clock.now))
            let answer = try await service.submit("\(Self.path)/turn-on", as: person.cookie, Self.form(code))
            #expect(answer.status == 409 && answer.body.contains("The key has expired."))
        }
    }

    @Test func turningItOffNeedsPasswordAndCode() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            let person = alice.person
            service.clock.advance(by: .seconds(30))
            let code = alice.code(at: service.clock.now)
            let path = "\(Self.path)/turn-off"
            let badPassword = try await service.submit(path, as: person.cookie, Self.form(code, password: "not it"))
            #expect(
                badPassword.status == 400
                    && badPassword.error(at: "turn-off-password") == "The current password is incorrect.")
            let wrong = alice.wrongCode(at: service.clock.now)
            let badCode = try await service.submit(path, as: person.cookie, Self.form(wrong))
            #expect(badCode.status == 400 && badCode.error(at: "turn-off-code") != nil)
            #expect(badCode.error(at: "renewal-code") == nil)
            // A wrong password has used up no code.
            #expect(
                try await service.submit(path, as: person.cookie, Self.form(code)).location
                    == "\(Self.path)?done=two-factor-off")
            #expect(try await service.signInByAPI(person, code: nil).status == 200)
        }
    }

    @Test func someoneWithoutTheirDeviceTurnsItOffByARecoveryCode() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            let answer = try await service.submit(
                "\(Self.path)/turn-off", as: alice.person.cookie, Self.form(alice.recoveryCodes[9]))
            #expect(answer.status == 303)
        }
    }

    @Test func newRecoveryCodesReplaceTheEarlierOnes() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let answer = try await service.submit(
                "\(Self.path)/recovery-codes", as: alice.person.cookie,
                Self.form(alice.code(at: service.clock.now)))
            let page = try await service.visit(try #require(answer.location), as: alice.person.cookie)
            let codes = try #require(page.text(ofID: "recovery-codes")).split(separator: "\n").map(String.init)
            #expect(codes.count == 10 && Set(codes).isDisjoint(with: alice.recoveryCodes))
            expectProblem(try await service.signInByAPI(alice.person, code: alice.recoveryCodes[0]), 401)
            #expect(try await service.signInByAPI(alice.person, code: codes[0]).status == 200)
        }
    }

    @Test func aStolenCookieDoesNotGuessTheCode() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            let wrong = Self.form(alice.wrongCode(at: service.clock.now))
            for number in 0..<12 {
                let answer = try await service.submit("\(Self.path)/turn-off", as: alice.person.cookie, wrong)
                #expect(answer.status == (number < 10 ? 400 : 429))
            }
        }
    }

    @Test(arguments: ["turn-on", "turn-off", "recovery-codes"])
    func anotherSiteChangesNothing(action: String) async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            let answer = try await service.submit(
                "\(Self.path)/\(action)", as: alice.person.cookie, Self.form(alice.recoveryCodes[0]),
                from: "cross-site")
            #expect(answer.status == 403)
            let factor = try await service.store.secondFactors.find(of: alice.person.user.id)
            #expect(factor?.recoveryCodes == 10)
        }
    }
}
