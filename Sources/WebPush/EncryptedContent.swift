import Crypto
import FoundationEssentials

/// The content encoding `aes128gcm` (RFC 8188) with a single record, as Web Push requires.
enum EncryptedContent {
    static let saltLength = 16
    static let recordSize = 4096
    /// The length of the header: salt, record size, and the key id with its length.
    static func headerLength(keyIDLength: Int) -> Int { saltLength + 4 + 1 + keyIDLength }

    /// Delimiter after the content of the last record, before any padding (RFC 8188, 2).
    private static let lastRecordDelimiter: UInt8 = 2
    private static let tagLength = 16

    /// The maximum content length in bytes, so that header and record together are at most 4096 bytes, which push
    /// services must accept (RFC 8030, 7.2).
    static func capacity(keyIDLength: Int) -> Int {
        recordSize - headerLength(keyIDLength: keyIDLength) - 1 - tagLength
    }

    /// - Parameters:
    ///   - key: the input keying material, from which the encryption key is derived.
    ///   - keyID: identifies the key to the receiver, up to 255 bytes.
    ///   - salt: 16 random bytes, never used twice with one key.
    static func encrypt(
        _ content: some Collection<UInt8>, with key: SymmetricKey, keyID: Data, salt: Data
    ) throws -> Data {
        func derive(_ info: String, _ length: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key, salt: salt, info: Data("Content-Encoding: \(info)\0".utf8),
                outputByteCount: length)
        }
        let nonce = try derive("nonce", 12).withUnsafeBytes { try AES.GCM.Nonce(data: $0) }
        let record = try AES.GCM.seal(
            Data(content) + [lastRecordDelimiter], using: derive("aes128gcm", 16), nonce: nonce)
        let size = withUnsafeBytes(of: UInt32(recordSize).bigEndian) { Data($0) }
        return salt + size + [UInt8(keyID.count)] + keyID + record.ciphertext + record.tag
    }
}
