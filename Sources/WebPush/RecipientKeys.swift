import Crypto
package import Domain
package import FoundationEssentials

/// The keys of a browser's subscription; only that browser can decrypt messages to it (RFC 8291, 3.1).
package struct RecipientKeys: Sendable {
    static let publicKeyLength = 65
    static let authenticationLength = 16

    let publicKey: P256.KeyAgreement.PublicKey
    /// The authentication secret.
    package let authentication: Data

    /// - Parameters:
    ///   - publicKey: an uncompressed point of P-256, 65 bytes.
    ///   - authentication: 16 bytes.
    /// - Throws: `InvalidValue` for bytes of another form or length.
    package init(publicKey: Data, authentication: Data) throws(InvalidValue) {
        guard let point = try? P256.KeyAgreement.PublicKey(x963Representation: publicKey),
            publicKey.count == Self.publicKeyLength
        else { throw InvalidValue("must be a point of P-256, uncompressed, 65 bytes in base64url") }
        guard authentication.count == Self.authenticationLength else { throw Self.wrongAuthentication }
        self.publicKey = point
        self.authentication = authentication
    }

    /// An uncompressed point of P-256, 65 bytes.
    package var publicKeyBytes: Data { publicKey.x963Representation }

    /// Decodes a browser's public key, its `p256dh`.
    ///
    /// - Throws: `InvalidValue` for text that isn't such a key.
    package static func publicKey(_ text: String) throws(InvalidValue) -> Data {
        let bytes = Base64URL.decode(text) ?? Data()
        return try RecipientKeys(publicKey: bytes, authentication: Data(count: authenticationLength)).publicKeyBytes
    }

    /// Decodes a browser's authentication secret, its `auth`.
    ///
    /// - Throws: `InvalidValue` for text that isn't 16 bytes in base64url.
    package static func authentication(_ text: String) throws(InvalidValue) -> Data {
        guard let bytes = Base64URL.decode(text), bytes.count == authenticationLength else { throw wrongAuthentication }
        return bytes
    }

    private static let wrongAuthentication = InvalidValue("must be 16 bytes in base64url")
}
