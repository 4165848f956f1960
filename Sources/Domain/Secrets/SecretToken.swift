/// The kind of access that a token gives. Its prefix lets people, and scanners for leaked secrets, recognize it.
package enum TokenKind: String, Sendable, CaseIterable {
    case apiKey = "lsk"
    case browserSession = "lsb"
    case knownBrowser = "lsd"
    case invitation = "lsi"
    case runner = "lsr"
    case setUp = "lsu"
    /// For the second step of a sign-in.
    case pendingSignIn = "lsp"
}

/// A bearer secret, `lsk_` + 16 characters of public id + 32 of secret (160 random bits) + 7 of checksum.
///
/// The public id is the key of the row, the checksum rejects a mistyped token before any look-up, and only a digest of
/// the whole text is stored.
package struct SecretToken: Sendable {
    package let kind: TokenKind
    package let text: String

    private static let publicLength = 16
    private static let secretLength = 32
    private static let checksumLength = 7

    /// A new token.
    package init(_ kind: TokenKind, using generator: inout some RandomNumberGenerator) {
        let publicID = Base32.random(characters: Self.publicLength, using: &generator)
        self.init(kind, publicID: publicID, using: &generator)
    }

    package init(_ kind: TokenKind) {
        var generator = SystemRandomNumberGenerator()
        self.init(kind, using: &generator)
    }

    /// A token that replaces the one with this public id. Only its secret is new.
    package init(_ kind: TokenKind, renewing publicID: String) {
        var generator = SystemRandomNumberGenerator()
        self.init(kind, publicID: publicID, using: &generator)
    }

    private init(_ kind: TokenKind, publicID: String, using generator: inout some RandomNumberGenerator) {
        let secret = Base32.random(characters: Self.secretLength, using: &generator)
        let unchecked = "\(kind.rawValue)_\(publicID)\(secret)"
        self.kind = kind
        text = unchecked + Base32.encode(CRC32.checksum(of: unchecked))
    }

    /// Parses a presented token; `nil` when its shape or checksum shows that it can't be one of `kind`.
    package init?(_ kind: TokenKind, presented text: String) {
        let prefix = kind.rawValue + "_"
        let length = prefix.utf8.count + Self.publicLength + Self.secretLength + Self.checksumLength
        guard text.utf8.count == length, text.hasPrefix(prefix), Base32.isEncoded(text.dropFirst(prefix.count)),
            text.suffix(Self.checksumLength) == Base32.encode(CRC32.checksum(of: text.dropLast(Self.checksumLength)))
        else { return nil }
        self.kind = kind
        self.text = text
    }

    /// The part that may be shown and stored.
    package var publicID: String {
        String(text.dropFirst(kind.rawValue.count + 1).prefix(Self.publicLength))
    }
}
