/// A person's second factor: an authenticator app, with recovery codes.
package struct SecondFactor: Equatable, Sendable {
    package let since: Timestamp
    /// How many recovery codes are left.
    package let recoveryCodes: Int

    package init(since: Timestamp, recoveryCodes: Int) {
        self.since = since
        self.recoveryCodes = recoveryCodes
    }
}

/// A code with which a person proves that they have their second factor.
package enum PresentedCode: Sendable {
    /// The six digits that an authenticator app shows.
    case app(String)
    case recovery(RecoveryCode)

    /// - Returns: `nil` for a text that can't be a code.
    package init?(_ text: String) {
        let digits = text.filter { !$0.isWhitespace }
        if digits.utf8.count == 6, digits.utf8.allSatisfy(\.isASCIIDigit) {
            self = .app(digits)
        } else if let code = RecoveryCode(presented: text) {
            self = .recovery(code)
        } else {
            return nil
        }
    }
}
