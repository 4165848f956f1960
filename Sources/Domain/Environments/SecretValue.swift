/// A secret for an agent. Its descriptions and mirror are `***` or empty, so that it can't leak into logs.
package struct SecretValue: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// In characters. Redacting shorter secrets in the agent's output would also redact much unrelated text.
    package static let minimumLength = 4

    package let text: String

    /// - Throws: `InvalidValue` when it is blank, has fewer than 4 characters, more than 32 KiB, or NUL.
    package init(_ text: String) throws(InvalidValue) {
        guard !text.isBlank else { throw InvalidValue("must not be blank") }
        guard text.count >= Self.minimumLength else {
            throw InvalidValue("must have at least 4 characters; a shorter value can't be masked in transcripts")
        }
        guard text.utf8.count <= EnvironmentVariables.maximumValueBytes else {
            throw InvalidValue("must have at most 32 KiB")
        }
        guard !text.utf8.contains(0) else { throw InvalidValue("must not contain the character NUL") }
        self.text = text
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked text: String) {
        self.text = text
    }

    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
