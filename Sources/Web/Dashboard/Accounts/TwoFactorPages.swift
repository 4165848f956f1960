import Domain
import Hummingbird
import Storage

/// The page on which a person sets up two-factor authentication, renews their recovery codes or turns it off.
struct TwoFactorPages: Sendable {
    let services: Services

    static let path = "/account/two-factor"

    /// `GET /account/two-factor`, with `made` once after recovery codes were made.
    func show(_ call: Call<BrowserSession>) async throws -> Response {
        let (codes, notice) = try services.newRecoveryCodes.made(
            for: call, of: call.identity, at: services.clock.now(), orSaying: .codesShown)
        return try await page(for: call.identity, made: codes, notice: notice).response(isSecret: true)
    }

    /// `POST /account/two-factor/turn-on` redirects to the page that shows the recovery codes once.
    func turnOn(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let codes = try await services.accounts.turnOnSecondFactor(
                form.body(SecondFactorBody.self), in: call.identity, by: visitor(of: call))
            return show(codes, to: call.identity)
        } refused: {
            try await page(for: call.identity, setUp: $0)
        }
    }

    /// `POST /account/two-factor/recovery-codes` redirects to the page that shows the new codes once.
    func renewCodes(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let codes = try await services.accounts.renewRecoveryCodes(
                form.body(SecondFactorBody.self), in: call.identity, by: visitor(of: call))
            return show(codes, to: call.identity)
        } refused: {
            try await page(for: call.identity, renewal: $0)
        }
    }

    /// `POST /account/two-factor/turn-off`
    func turnOff(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            try await services.accounts.turnOffSecondFactor(
                form.body(SecondFactorBody.self), in: call.identity, by: visitor(of: call))
            return .seeOther(Self.path, saying: .twoFactorOff)
        } refused: {
            try await page(for: call.identity, turnOff: $0)
        }
    }

    private func visitor(of call: Call<BrowserSession>) -> Visitor {
        call.visitor(trusting: services.configuration.trustedProxies)
    }

    private func show(_ codes: [RecoveryCode], to browser: BrowserSession) -> Response {
        .seeOther(
            "\(Self.path)?made=\(services.newRecoveryCodes.put(codes, for: browser.id, at: services.clock.now()))")
    }

    /// The page, with the errors of a rejected form.
    private func page(
        for browser: BrowserSession, setUp: FormState = FormState(), renewal: FormState = FormState(),
        turnOff: FormState = FormState(), made codes: [RecoveryCode]? = nil, notice: String? = nil
    ) async throws -> Page {
        let now = services.clock.now()
        let factor = try await services.store.secondFactors.find(of: browser.user.id)
        let keys = services.accounts.secondFactors.offeredKeys
        let content = TwoFactorContent(
            notice: notice, problem: setUp.problem ?? renewal.problem ?? turnOff.problem,
            isNeeded: browser.lacksSecondFactor, made: codes.map { $0.map(\.text).joined(separator: "\n") },
            state: factor.map { TwoFactorState($0, renewal: renewal, turnOff: turnOff, of: browser.user, at: now) },
            setUp: factor == nil
                ? TwoFactorSetUp(keys.keyToShow(in: browser.id, at: now), setUp, for: browser.user) : nil)
        return Page(
            template: "two-factor", title: "Two-factor authentication", content: content, frame: PageFrame(browser),
            script: .copy)
    }
}
