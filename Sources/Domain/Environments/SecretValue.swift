/// A secret that an agent works with. Whatever describes or reflects it shows that there is one and no more.
package struct SecretValue: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Shorter ones can't be blotted out of what an agent prints without blotting out much else.
    package static let minimumLength = 4

    package let text: String

    /// - Throws: `InvalidValue` when it is blank, has fewer than 4 characters, more than 32 KiB, or NUL.
    package init(_ text: String) throws(InvalidValue) {
        guard !text.isBlank else { throw InvalidValue("must not be blank") }
        guard text.count >= Self.minimumLength else {
            throw InvalidValue("must have at least 4 characters: fewer cannot be blotted out of what an agent prints")
        }
        guard text.utf8.count <= EnvironmentVariables.maximumValueBytes else {
            throw InvalidValue("must have at most 32 KiB")
        }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        self.text = text
    }

    /// What was checked when it was stored.
    package init(unchecked text: String) {
        self.text = text
    }

    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
