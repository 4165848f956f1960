import Crypto
import CryptoExtras
import Domain
import FoundationEssentials

/// The key file encrypted with a passphrase: AES-256-GCM with a key that scrypt (RFC 7914) derives from the passphrase
/// and a random salt. scrypt's parameters are in the file, so that they can be raised later.
struct SealedKey: Codable {
    private let format: String
    private let version: Int
    private let kdf: String
    /// scrypt's N is 2 to the power of this; with r it determines the memory, 128 · N · r bytes.
    private let logN: Int
    private let r: Int
    private let p: Int
    private let salt: Data
    /// Nonce, ciphertext and tag.
    private let sealed: Data

    private static let expectedFormat = "lodestone-sealed-key"
    /// One of the equivalent settings in OWASP's Password Storage Cheat Sheet, the one that uses 128 MiB.
    static let recommendedLogN = 17

    init(_ key: SymmetricKey, passphrase: HiddenText, logN: Int = recommendedLogN) throws {
        format = Self.expectedFormat
        version = 1
        kdf = "scrypt"
        self.logN = logN
        r = 8
        p = 1
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let sealing = try Self.derive(passphrase, salt, logN, r, p)
        sealed = try sealing.seal(key.withUnsafeBytes { Data($0) }, for: Data())
    }

    /// - Throws: `BackupError.wrongPassphrase` for another passphrase and for a file that was changed.
    static func open(_ content: Data, passphrase: HiddenText) throws(BackupError) -> SymmetricKey {
        do {
            let file = try JSONDecoder().decode(Self.self, from: content)
            // A file from elsewhere must not make this process use all memory.
            guard file.format == expectedFormat, file.version == 1, file.kdf == "scrypt", (10...20).contains(file.logN),
                (1...16).contains(file.r), (1...8).contains(file.p)
            else { throw BackupError.wrongPassphrase }
            let sealing = try derive(passphrase, file.salt, file.logN, file.r, file.p)
            return SymmetricKey(data: try sealing.open(file.sealed, for: Data()))
        } catch {
            throw .wrongPassphrase
        }
    }

    var json: [UInt8] {
        get throws {
            Array(try JSONEncoder.readable.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    private static func derive(
        _ passphrase: HiddenText, _ salt: Data, _ logN: Int, _ r: Int, _ p: Int
    ) throws -> SecretSeal {
        SecretSeal(
            key: try KDF.Scrypt.deriveKey(
                from: Array(passphrase.text.utf8), salt: salt, outputByteCount: 32, rounds: 1 << logN, blockSize: r,
                parallelism: p))
    }
}
