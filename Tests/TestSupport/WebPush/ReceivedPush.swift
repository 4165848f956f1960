import Crypto
import Domain
import FoundationEssentials
package import HTTPTypes
import Hummingbird
import NIOCore
import WebPush

/// A message received by the push service stand-in.
package struct ReceivedPush: Sendable {
    package let endpoint: String
    package let headers: HTTPFields
    /// The decrypted content; `null` if it is not JSON.
    package let payload: JSONValue
    /// Size of the encrypted body, in bytes.
    package let size: Int
    /// The status of the response; 0 for no response.
    package let status: Int

    package var ttl: Int? { headers[.ttl].flatMap { Int($0) } }
    package var urgency: String? { headers[.urgency] }
    package var topic: String? { headers[.topic] }

    /// Why a push service or the browser would reject a message; `nil` if they would accept it.
    static func fault(
        in headers: HTTPFields, body: Data, for browser: StandInBrowser, at origin: String, serverKey: String?,
        now: Timestamp
    ) -> String? {
        guard let ttl = headers[.ttl].flatMap({ Int($0) }), ttl >= 0 else { return "no TTL" }
        guard ["very-low", "low", "normal", "high", nil].contains(headers[.urgency]) else {
            return "an unknown urgency"
        }
        if let topic = headers[.topic] {
            guard (1...32).contains(topic.utf8.count), topic.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil else {
                return "a topic that is none"
            }
        }
        guard headers[.contentEncoding] == "aes128gcm" else { return "no Content-Encoding of Web Push" }
        guard body.count <= 4096 else { return "a body that is too long" }
        do {
            _ = try browser.decrypt(body)
        } catch {
            return "a body that the browser can't read: \(error)"
        }
        return tokenFault(in: headers[.authorization] ?? "", at: origin, serverKey: serverKey, now: now)
    }

    private static func tokenFault(
        in authorization: String, at origin: String, serverKey: String?, now: Timestamp
    ) -> String? {
        guard let match = authorization.wholeMatch(of: /vapid t=(([\w-]+)\.([\w-]+))\.([\w-]+), ?k=([\w-]+)/) else {
            return "no token"
        }
        let texts = [match.2, match.3, match.4, match.5].map { Base64URL.decode(String($0)) ?? Data() }
        guard let key = try? P256.Signing.PublicKey(x963Representation: texts[3]),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: texts[2]),
            key.isValidSignature(signature, for: Data(match.1.utf8))
        else { return "a token that isn't signed by its key" }
        guard serverKey == nil || String(match.5) == serverKey else { return "another key than was subscribed with" }
        let parts = texts[..<2].map { try? JSONValue(parsing: String(decoding: $0, as: UTF8.self)) }
        guard let header = parts[0], let claims = parts[1], header["alg"] == "ES256" else { return "no claims" }
        guard claims["aud"]?.text == origin else { return "a token for another push service" }
        guard let expiry = claims["exp"]?.integer, expiry > now.milliseconds / 1000,
            expiry <= now.milliseconds / 1000 + 86_400
        else { return "a token that has expired, or is valid for too long" }
        guard let contact = claims["sub"]?.text, contact.hasPrefix("mailto:") || contact.hasPrefix("https:") else {
            return "a token without a contact"
        }
        return nil
    }
}

extension HTTPField.Name {
    static let ttl = named("TTL")
    static let topic = named("Topic")
    static let urgency = named("Urgency")
}
