import Crypto
package import FoundationEssentials
package import WebPush

/// A browser subscribed to the push service stand-in; only it can decrypt its messages.
package struct StandInBrowser: Sendable {
    package let endpoint: String
    let path: String
    private let key = P256.KeyAgreement.PrivateKey()
    private let secret = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }

    init(origin: String, path: String) {
        endpoint = origin + path
        self.path = path
    }

    package var p256dh: String { Base64URL.encode(key.publicKey.x963Representation) }
    package var auth: String { Base64URL.encode(secret) }

    package var keys: RecipientKeys {
        get throws { try RecipientKeys(publicKey: key.publicKey.x963Representation, authentication: secret) }
    }

    /// Decrypts the body of a message (RFC 8291, 3.4; RFC 8188, 2).
    ///
    /// - Throws: `StandInFault` for anything that a browser would drop; a decryption error if the keys do not match.
    package func decrypt(_ body: Data) throws -> Data {
        guard body.count > 86, body[20] == 65 else { throw StandInFault(description: "no header with a public key") }
        let recordSize = body[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let (salt, senderKey, record) = (body[..<16], body[21..<86], body[86...])
        guard record.count > 17, record.count <= recordSize else {
            throw StandInFault(description: "no record of the size that the header says")
        }
        let sender = try P256.KeyAgreement.PublicKey(x963Representation: senderKey)
        let input = try key.sharedSecretFromKeyAgreement(with: sender).hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: secret,
            sharedInfo: Data("WebPush: info".utf8) + [0] + key.publicKey.x963Representation + senderKey,
            outputByteCount: 32)
        func derive(_ info: String, _ length: Int) -> Data {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: input, salt: salt, info: Data("Content-Encoding: \(info)".utf8) + [0],
                outputByteCount: length
            ).withUnsafeBytes { Data($0) }
        }
        let box = try AES.GCM.SealedBox(combined: derive("nonce", 12) + record)
        let padded = try AES.GCM.open(box, using: SymmetricKey(data: derive("aes128gcm", 16)))
        guard let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == 2 else {
            throw StandInFault(description: "no delimiter of a last record")
        }
        return padded[..<end]
    }
}
