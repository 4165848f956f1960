import Domain
import Storage

extension AccountService {
    /// The second step of a sign-in.
    ///
    /// - Parameter token: from the first step.
    /// - Throws: `DomainError.signInExpired` for a token that stands for no sign-in any more; `.unauthenticated` for a
    ///   wrong or used code; `.tooOften` after too many of those.
    func finishSignIn(_ code: String, of token: SecretToken, by visitor: Visitor) async throws -> SignedIn {
        let pending = secondFactors.pendingSignIns
        guard let entry = pending.take(token, at: clock.now()) else { throw DomainError.signInExpired }
        let user = entry.user
        do {
            return try await attempting(user.email, by: visitor) { isKnown in
                guard try await store.accounts.credentials(of: user.email)?.passwordHash == entry.passwordHash else {
                    throw DomainError.signInExpired
                }
                try await secondFactors.check(code, of: user, isKnown: isKnown)
                return try await signIn(user, by: visitor, isKnown: isKnown)
            }
        } catch {
            if error as? DomainError != .signInExpired { pending.putBack(entry, of: token) }
            throw error
        }
    }

    /// Gives the person a second factor: the app with the key that is shown in this browser. Their other browsers are
    /// signed out.
    ///
    /// - Returns: new recovery codes.
    /// - Throws: `DomainError.invalid` for a wrong password or code, `.conflict` if they have a second factor or no key is
    ///   shown any more, `.tooOften` after too many wrong passwords or codes.
    func turnOnSecondFactor(
        _ body: SecondFactorBody, in browser: BrowserSession, by visitor: Visitor
    ) async throws -> [RecoveryCode] {
        let offers = secondFactors.offeredKeys
        guard let key = offers.key(in: browser.id, at: clock.now()) else {
            throw DomainError.conflict("The key has expired. Add the new one to your app.")
        }
        return try await proving(body, in: browser, by: visitor) {
            let now = clock.now()
            guard case .app(let digits) = PresentedCode(body.code),
                let step = TimeBasedCode.step(of: digits, with: key, at: now, after: 0)
            else { throw DomainError.wrongCode }
            let codes = RecoveryCode.newSet()
            try await store.secondFactors.turnOn(
                key, usedUpTo: step, recoveryCodes: codes.map(\.digest), of: browser.user.id, keeping: browser.id,
                at: now)
            offers.remove(in: browser.id)
            return codes
        }
    }

    /// - Throws: as `renewRecoveryCodes`.
    func turnOffSecondFactor(
        _ body: SecondFactorBody, in browser: BrowserSession, by visitor: Visitor
    ) async throws {
        try await changing(body, in: browser, by: visitor) {
            try await store.secondFactors.turnOff(of: browser.user.id, at: clock.now())
        }
    }

    /// Replaces the person's recovery codes.
    ///
    /// - Throws: `DomainError.invalid` for a wrong password or code, `.tooOften` after too many of those, `.conflict` for
    ///   a person without a second factor.
    func renewRecoveryCodes(
        _ body: SecondFactorBody, in browser: BrowserSession, by visitor: Visitor
    ) async throws -> [RecoveryCode] {
        try await changing(body, in: browser, by: visitor) {
            let codes = RecoveryCode.newSet()
            try await store.secondFactors.renewRecoveryCodes(
                codes.map(\.digest), of: browser.user.id, at: clock.now())
            return codes
        }
    }

    /// Checks password and code.
    private func changing<Value>(
        _ body: SecondFactorBody, in browser: BrowserSession, by visitor: Visitor, _ action: () async throws -> Value
    ) async throws -> Value {
        guard try await store.secondFactors.find(of: browser.user.id) != nil else { throw DomainError.noSecondFactor }
        return try await proving(body, in: browser, by: visitor) {
            try await secondFactors.check(body.code, of: browser.user, isKnown: true)
            return try await action()
        }
    }

    /// Checks the password before the action checks the code, so that a mistyped password uses up no code.
    private func proving<Value>(
        _ body: SecondFactorBody, in browser: BrowserSession, by visitor: Visitor, _ action: () async throws -> Value
    ) async throws -> Value {
        try await brake.changePassword(in: browser.id, at: clock.now()).trying(clock: clock) {
            _ = try await checkPassword(body.password, in: "password", of: browser.user, by: visitor)
            do {
                return try await action()
            } catch let error as DomainError where error == .wrongCode {
                throw DomainError.invalid(
                    fields: [FieldError("code", "is wrong or was already used; enter a new one")])
            }
        }
    }
}

struct SecondFactorBody: Decodable {
    let password: String
    let code: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("password", "code")
        let givenPassword = fields.text("password", PasswordPolicy.presented)
        let givenCode = fields.text("code")
        (password, code) = try fields.finish(givenPassword, givenCode)
    }
}
