import Crypto
import Domain
import FoundationEssentials

/// Seals secrets with AES-256-GCM (NIST SP 800-38D), each with a random nonce of 12 bytes and for one environment and one
/// name: moved elsewhere, what was sealed doesn't open.
struct SecretSeal: Sendable {
    let key: SymmetricKey

    /// - Returns: nonce, ciphertext and tag.
    func seal(_ secret: SecretValue, _ name: VariableName, of environment: EnvironmentID) throws -> Data {
        let box = try AES.GCM.seal(
            Data(secret.text.utf8), using: key, nonce: AES.GCM.Nonce(), authenticating: Self.place(name, environment))
        return Data(box.nonce) + box.ciphertext + box.tag
    }

    /// - Throws: `StorageError.unreadableSecret` for what was sealed for another place or with another key, or changed.
    func open(_ sealed: Data, _ name: VariableName, of environment: EnvironmentID) throws -> SecretValue {
        do {
            let text = try AES.GCM.open(
                AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Self.place(name, environment))
            return SecretValue(unchecked: String(decoding: text, as: UTF8.self))
        } catch is CryptoKitError {
            throw StorageError.unreadableSecret(name, of: environment)
        }
    }

    private static func place(_ name: VariableName, _ environment: EnvironmentID) -> Data {
        Data("\(environment)\n\(name)".utf8)
    }
}
