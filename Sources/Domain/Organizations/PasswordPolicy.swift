/// Which passwords may be chosen. It checks length and a block list instead of composition rules, following NIST SP
/// 800-63B.
package enum PasswordPolicy {
    /// In characters.
    package static let minimumLength = 12
    /// In bytes of UTF-8.
    package static let maximumLength = 1000

    /// Common passwords of at least twelve characters.
    private static let blocked: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "1234567890123456", "password1234", "password12345",
        "passwordpassword", "password123456", "qwertyuiop12", "qwertyuiop123", "qwertyuiop1234", "qwertyqwerty",
        "qwerty123456", "letmeinletmein", "administrator", "iloveyou1234", "welcome12345", "welcomewelcome",
        "changemechangeme", "changeme1234", "correcthorsebatterystaple", "abcdefghijkl", "abcdefghijklm",
        "1q2w3e4r5t6y", "adminadminadmin", "lodestonelodestone", "lodestone123", "lodestone1234",
    ]

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
        guard !blocked.contains(folded), !isOneCharacter, folded != email?.description else {
            throw InvalidValue("is too easy to guess; choose another")
        }
    }
}
