import Domain
import Storage

/// People's accounts and the browsers in which they are signed in.
struct AccountService: Sendable {
    let store: DataStore
    let clock: Clock
    let passwords: PasswordHasher
    let brake: SignInBrake
    let setUpGate: SetUpGate
    let secondFactors: SecondFactorService

    /// Creates the first organization and its owner, and signs the owner in.
    ///
    /// - Throws: `DomainError.conflict` if there is an organization already, `.notFound` for a token other than the set-up
    ///   link's, `.tooOften` after too many of those.
    func setUp(_ body: SetUpBody, by visitor: Visitor) async throws -> SignedIn {
        guard try await !setUpGate.isOpen(asking: store.accounts) else { throw DomainError.alreadySetUp }
        return try await brake.openLink(from: visitor.network, at: clock.now()).trying(clock: clock) {
            try setUpGate.check(body.token, at: clock.now())
            let owner = try await body.account.user(hashing: passwords, for: HashRequester(newcomer: visitor))
            let token = SecretToken(.browserSession)
            let browser = try await store.accounts.setUp(
                organization: body.organization, owner: owner,
                signingIn: token.newBrowserSession(on: visitor.deviceName), at: clock.now())
            setUpGate.open()
            return try await remember(visitor, as: browser, with: token)
        }
    }

    /// Signs a person in, or begins to: with a second factor, the right password alone leads to the second step.
    ///
    /// - Throws: `DomainError.unauthenticated` for a wrong password, an unknown address and a disabled account, without
    ///   a difference in content or time; `.tooOften` and `.unavailable`, equally for all of them. `.unauthenticated`
    ///   also for a wrong or used code, if one is given.
    func signIn(_ body: SignInBody, by visitor: Visitor) async throws -> SignInStep {
        try await attempting(body.email, by: visitor) { isKnown in
            let requester = HashRequester(isKnown ? .known : .stranger, visitor)
            let found = try await store.accounts.credentials(of: body.email)
            let isRight = try await passwords.verify(body.password, against: found?.passwordHash, for: requester)
            guard let (user, hash) = found, isRight else {
                try await store.audit.record(.signInFailed, of: found?.user.id, at: clock.now())
                throw DomainError.wrongCredentials
            }
            if try await store.secondFactors.find(of: user.id) != nil {
                guard let code = body.code else {
                    return .needsCode(secondFactors.pendingSignIns.add(user, passwordHash: hash, at: clock.now()))
                }
                try await secondFactors.check(code, of: user, isKnown: isKnown)
            }
            return .done(try await signIn(user, by: visitor, isKnown: isKnown))
        }
    }

    /// Signs in a person who has proved who they are.
    func signIn(_ user: User, by visitor: Visitor, isKnown: Bool) async throws -> SignedIn {
        let token = SecretToken(.browserSession)
        let browser = try await store.browserSessions.create(
            token.newBrowserSession(on: visitor.deviceName), of: user.id, at: clock.now())
        return try await remember(visitor, as: browser, with: token, isKnown: isKnown)
    }

    /// Charges an attempt to sign in, unless it succeeds. The action learns whether the browser is known to the account.
    func attempting<Value>(
        _ email: EmailAddress, by visitor: Visitor, _ action: (_ isKnown: Bool) async throws -> Value
    ) async throws -> Value {
        let known = try await admitted(visitor, to: email)
        let attempt = try known ?? brake.signIn(to: email, from: visitor.network, at: clock.now())
        return try await attempt.trying(clock: clock) { try await action(known != nil) }
    }

    /// Charges the attempt of a browser that is known to the account; `nil` for an unknown browser. A known browser
    /// that fails too often is treated as unknown.
    private func admitted(_ visitor: Visitor, to email: EmailAddress) async throws -> Charge? {
        guard let device = visitor.device else { return nil }
        let id = device.knownBrowserID
        guard let digest = try await store.knownBrowsers.digest(of: id, for: email, at: clock.now()),
            digest.matches(device.digest)
        else { return nil }
        do {
            return try brake.signIn(inKnown: id, at: clock.now())
        } catch {
            try await store.knownBrowsers.forget(id)
            return nil
        }
    }

    /// Changes the password and signs out the person's other browsers.
    ///
    /// - Returns: this browser's new token; the former one is worth nothing any more.
    /// - Throws: `DomainError.invalid` when the current password is wrong or the new one isn't allowed; `.tooOften`
    ///   after too many wrong ones, because a person with a stolen cookie doesn't know the password.
    func changePassword(
        _ body: ChangePasswordBody, in browser: BrowserSession, by visitor: Visitor
    ) async throws -> SecretToken {
        let user = browser.user
        do throws(InvalidValue) {
            try PasswordPolicy.check(body.new, email: user.email)
        } catch {
            throw DomainError.invalid(fields: [FieldError("new", error.detail)])
        }
        let requester = HashRequester(.known, visitor)
        return try await brake.changePassword(in: browser.id, at: clock.now()).trying(clock: clock) {
            let known = try await checkPassword(body.current, in: "current", of: user, by: visitor)
            let token = SecretToken(renewing: browser.id)
            try await store.accounts.changePassword(
                of: user.id, from: known, to: try await passwords.hash(body.new, for: requester), keeping: browser.id,
                withToken: token.digest, at: clock.now())
            return token
        }
    }

    /// Checks the password of a person who is signed in.
    ///
    /// - Returns: its hash.
    /// - Throws: `DomainError.invalid` for a wrong one, at the field.
    func checkPassword(
        _ password: String, in field: String, of user: User, by visitor: Visitor
    ) async throws -> String {
        let requester = HashRequester(.known, visitor)
        let known = try await store.accounts.credentials(of: user.email)?.passwordHash
        guard try await passwords.verify(password, against: known, for: requester), let known else {
            throw DomainError.invalid(fields: [FieldError(field, "is incorrect")])
        }
        return known
    }

    /// Signs a browser out.
    ///
    /// - Throws: `DomainError.notFound` when the user has no such browser.
    func endBrowserSession(_ id: BrowserSessionID, of user: UserID) async throws {
        guard try await store.browserSessions.delete(id, of: user, as: .browserSignedOut, at: clock.now()) else {
            throw DomainError.noSuchBrowser(id)
        }
    }

    /// Records that the browser is known to the account, and ends the session that it had before.
    ///
    /// - Parameter isKnown: whether it was known before it signed in.
    func remember(
        _ visitor: Visitor, as browser: BrowserSession, with token: SecretToken, isKnown: Bool = false
    ) async throws -> SignedIn {
        let now = clock.now()
        let device = isKnown || !visitor.isBrowser ? nil : SecretToken(.knownBrowser)
        try await store.knownBrowsers.welcome(
            device.map { NewKnownBrowser(id: $0.knownBrowserID, digest: $0.digest) }, of: browser.user.id,
            endingSession: try await session(of: visitor, at: now), at: now)
        return SignedIn(browser: browser, token: token, device: device)
    }

    /// The session whose token the visitor's browser sent.
    private func session(of visitor: Visitor, at time: Timestamp) async throws -> BrowserSessionID? {
        guard let token = visitor.session else { return nil }
        return try await store.browserSessions.find(token.browserSessionID, presenting: token.digest, at: time)?.id
    }
}

/// What the right password leads to.
enum SignInStep: Sendable {
    case done(SignedIn)
    /// The token of the sign-in that waits for a code.
    case needsCode(SecretToken)
}

/// A browser that was just signed in, with the secrets for its cookies.
struct SignedIn: Sendable {
    let browser: BrowserSession
    let token: SecretToken
    /// The secret that makes a new browser known to the account; `nil` for a known browser and for programs.
    let device: SecretToken?
}
