import Crypto
package import FoundationEssentials

/// The encryption of push messages (RFC 8291), each with a new key pair and for one subscription.
package enum MessageEncryption {
    /// The longest payload of a message, in bytes.
    package static let capacity = EncryptedContent.capacity(keyIDLength: RecipientKeys.publicKeyLength)

    /// - Returns: the body of a request to the push service, with `Content-Encoding: aes128gcm`.
    /// - Throws: `CryptoKitError` for keys that can't be used together.
    package static func encrypt(_ payload: some Collection<UInt8>, for recipient: RecipientKeys) throws -> Data {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        return try encrypt(payload, for: recipient, with: P256.KeyAgreement.PrivateKey(), salt: salt)
    }

    static func encrypt(
        _ payload: some Collection<UInt8>, for recipient: RecipientKeys, with sender: P256.KeyAgreement.PrivateKey,
        salt: Data
    ) throws -> Data {
        let senderKey = sender.publicKey.x963Representation
        let secret = try sender.sharedSecretFromKeyAgreement(with: recipient.publicKey)
        let key = secret.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: recipient.authentication,
            sharedInfo: Data("WebPush: info\0".utf8) + recipient.publicKeyBytes + senderKey, outputByteCount: 32)
        return try EncryptedContent.encrypt(payload, with: key, keyID: senderKey, salt: salt)
    }
}
