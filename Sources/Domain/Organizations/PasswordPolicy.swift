import CPasswords

/// Which passwords may be chosen. It checks length and a block list instead of composition rules, following NIST SP
/// 800-63B.
package enum PasswordPolicy {
    /// In characters.
    package static let minimumLength = 12
    /// In bytes of UTF-8.
    package static let maximumLength = 1000

    /// Checks a password that a user presents, before it is compared with the stored hash.
    ///
    /// - Throws: `InvalidValue` if it is longer than any password can be.
    package static func presented(_ text: String) throws(InvalidValue) -> String {
        guard text.utf8.count <= maximumLength else { throw InvalidValue("is too long") }
        return text
    }

    /// - Parameter email: the address of the password's owner, if it is known.
    /// - Throws: `InvalidValue` if the password is too short, too long, too common, or is its owner's e-mail address.
    package static func check(_ password: String, email: EmailAddress?) throws(InvalidValue) {
        guard password.count >= minimumLength else {
            throw InvalidValue("must have at least \(minimumLength) characters")
        }
        guard password.utf8.count <= maximumLength else {
            throw InvalidValue("must have at most \(maximumLength) bytes")
        }
        let folded = password.lowercased()
        let isOneCharacter = Set(folded).count == 1
        guard !isCommon(folded), !isOneCharacter, folded != email?.description else {
            throw InvalidValue("is too easy to guess; choose another")
        }
    }

    private static func isCommon(_ password: String) -> Bool {
        let line = "\n\(password)\n"
        return line.withCString { is_common_password($0, line.utf8.count) }
    }
}
