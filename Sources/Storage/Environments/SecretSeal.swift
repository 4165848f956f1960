import Crypto
import Domain
import FoundationEssentials

/// Encrypts secrets with AES-256-GCM (NIST SP 800-38D), each with a random nonce of 12 bytes and with its location as
/// associated data, such as the name and environment: copied elsewhere, it can't be decrypted.
struct SecretSeal: Sendable {
    let key: SymmetricKey

    /// - Returns: nonce, ciphertext and tag.
    func seal(_ secret: SecretValue, _ name: VariableName, of environment: EnvironmentID) throws -> Data {
        try seal(Data(secret.text.utf8), for: Self.place(name, environment))
    }

    /// - Throws: `StorageError.unreadableSecret` if it was encrypted for another name or environment or with another
    ///   key, or changed.
    func open(_ sealed: Data, _ name: VariableName, of environment: EnvironmentID) throws -> SecretValue {
        do {
            let text = try open(sealed, for: Self.place(name, environment))
            return SecretValue(unchecked: String(decoding: text, as: UTF8.self))
        } catch is CryptoKitError {
            throw StorageError.unreadableSecret(name, of: environment)
        }
    }

    /// - Parameter pushKey: the server's private key for push services.
    /// - Returns: nonce, ciphertext and tag.
    func seal(pushKey: Data) throws -> Data {
        try seal(pushKey, for: Self.pushKeyPlace)
    }

    /// - Throws: `StorageError.unreadablePushKey` if it was encrypted with another key, or changed.
    func openPushKey(_ sealed: Data) throws -> Data {
        do {
            return try open(sealed, for: Self.pushKeyPlace)
        } catch is CryptoKitError {
            throw StorageError.unreadablePushKey
        }
    }

    /// - Parameter key: the key of a person's authenticator app.
    /// - Returns: nonce, ciphertext and tag.
    func seal(_ key: AuthenticatorKey, of user: UserID) throws -> Data {
        try seal(Data(key.bytes), for: Self.place(ofAppKeyOf: user))
    }

    /// - Throws: `StorageError.unreadableAuthenticatorKey` if it was encrypted for another person or with another key, or
    ///   changed.
    func openAuthenticatorKey(_ sealed: Data, of user: UserID) throws -> AuthenticatorKey {
        do {
            return AuthenticatorKey(bytes: Array(try open(sealed, for: Self.place(ofAppKeyOf: user))))
        } catch is CryptoKitError {
            throw StorageError.unreadableAuthenticatorKey(of: user)
        }
    }

    /// - Parameter place: the location of the secret, which is authenticated but not part of the result.
    /// - Returns: nonce, ciphertext and tag.
    func seal(_ secret: Data, for place: Data) throws -> Data {
        let box = try AES.GCM.seal(secret, using: key, nonce: AES.GCM.Nonce(), authenticating: place)
        return Data(box.nonce) + box.ciphertext + box.tag
    }

    /// - Throws: `CryptoKitError` if it was encrypted for another location or with another key, or changed.
    func open(_ sealed: Data, for place: Data) throws -> Data {
        try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: place)
    }

    private static let pushKeyPlace = Data("push services".utf8)

    private static func place(ofAppKeyOf user: UserID) -> Data { Data("authenticator app\n\(user)".utf8) }

    private static func place(_ name: VariableName, _ environment: EnvironmentID) -> Data {
        Data("\(environment)\n\(name)".utf8)
    }
}
