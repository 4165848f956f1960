import Domain
import Storage

/// Checks the codes of people who have a second factor.
struct SecondFactorService: Sendable {
    let store: DataStore
    let clock: Clock
    let brake: SignInBrake
    let pendingSignIns = PendingSignIns()
    let offeredKeys = OfferedKeys()

    /// Checks a code, which is used up then.
    ///
    /// - Parameter isKnown: whether the browser has signed in to the account before. Attempts from others are limited
    ///   apart from its own.
    /// - Throws: `DomainError.unauthenticated` for a wrong code and for one that was used before, without a difference;
    ///   `.tooOften` after too many of those.
    func check(_ text: String, of user: User, isKnown: Bool) async throws {
        let now = clock.now()
        try await brake.code(of: user.id, inKnownBrowser: isKnown, at: now).trying(clock: clock) {
            guard try await accepts(PresentedCode(text), of: user, at: now) else {
                try await store.audit.record(.twoFactorCodeFailed, of: user.id, at: now)
                throw DomainError.wrongCode
            }
        }
    }

    private func accepts(_ code: PresentedCode?, of user: User, at time: Timestamp) async throws -> Bool {
        switch code {
        case .app(let digits):
            try await store.secondFactors.accept(of: user.id) { key, lastStep in
                TimeBasedCode.step(of: digits, with: key, at: time, after: lastStep)
            }
        case .recovery(let code):
            try await store.secondFactors.useRecoveryCode(code.digest, of: user, at: time)
        case nil:
            false
        }
    }
}

extension RecoveryCode {
    /// A new set for a person.
    static func newSet() -> [RecoveryCode] { (0..<count).map { _ in random() } }

    var digest: SecretDigest { SecretDigest(of: text) }
}
