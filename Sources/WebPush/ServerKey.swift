import Crypto
package import Domain
package import FoundationEssentials

/// The key pair that identifies this server to push services (RFC 8292, "VAPID"). Subscriptions are bound to its public
/// key, so a new key pair invalidates them all.
package struct ServerKey: Sendable {
    /// How long a signed token is valid; push services refuse more than 24 hours.
    package static let tokenLifetime: Duration = .seconds(12 * 3600)

    private let key: P256.Signing.PrivateKey

    /// A new key pair.
    package init() {
        key = P256.Signing.PrivateKey()
    }

    /// - Parameter privateKey: 32 bytes.
    /// - Throws: `CryptoKitError` for bytes that aren't a private key of P-256.
    package init(privateKey: Data) throws {
        key = try P256.Signing.PrivateKey(rawRepresentation: privateKey)
    }

    /// 32 bytes, for `init(privateKey:)`.
    package var privateKey: Data { key.rawRepresentation }

    /// The key with which browsers subscribe: an uncompressed point, 65 bytes in base64url.
    package var publicKey: String { Base64URL.encode(key.publicKey.x963Representation) }

    /// The value of `Authorization` for a message to the endpoint.
    ///
    /// - Parameter contact: the operator's contact for push services, a `mailto:` or `https:` URL.
    package func authorization(for endpoint: PushEndpoint, contact: String, at time: Timestamp) throws -> String {
        let input = Self.signingInput(
            audience: endpoint.origin, expiry: (time + Self.tokenLifetime).milliseconds / 1000, contact: contact)
        let signature = try key.signature(for: Data(input.utf8)).rawRepresentation
        return "vapid t=\(input).\(Base64URL.encode(signature)), k=\(publicKey)"
    }

    /// The signing input of the token: its header and claims (RFC 7515, 5.1).
    static func signingInput(audience: String, expiry: Int64, contact: String) -> String {
        var claims = Array(#"{"aud":"#.utf8)
        JSONString.append(audience, to: &claims)
        claims += Array(#","exp":\#(expiry),"sub":"#.utf8)
        JSONString.append(contact, to: &claims)
        claims.append(UInt8(ascii: "}"))
        return Base64URL.encode(#"{"typ":"JWT","alg":"ES256"}"#.utf8) + "." + Base64URL.encode(claims)
    }
}
