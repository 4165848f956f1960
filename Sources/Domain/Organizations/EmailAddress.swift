/// The email address with which a person signs in. It is stored in lower case, so that two accounts can't differ in
/// case alone.
package struct EmailAddress: Hashable, Codable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: `InvalidValue` unless it is one `local@domain` of at most 254 characters (RFC 5321, 4.5.3.1.3).
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace })
        else { throw InvalidValue("must be an email address such as alice@example.com") }
        description = text.lowercased()
    }

    /// For values from the database, which were checked before they were stored.
    package init(unchecked text: String) {
        description = text
    }

    package init(from decoder: any Decoder) throws {
        self = try Self(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
