import Crypto
import Domain
import Foundation
import Testing
import WebPush

struct RecipientKeysTests {
    private static let point = P256.KeyAgreement.PrivateKey().publicKey

    @Test func theKeysOfABrowserAreRead() throws {
        let text = Base64URL.encode(Self.point.x963Representation)
        #expect(try RecipientKeys.publicKey(text) == Self.point.x963Representation)
        #expect(try RecipientKeys.authentication("AAECAwQFBgcICQoLDA0ODw") == Data(0..<16))
    }

    /// Empty, too short, compressed, too long, padded, not on the curve, the point at infinity, and no base64url.
    @Test(
        arguments: [
            "", "BA", Base64URL.encode(point.compressedRepresentation),
            Base64URL.encode(point.x963Representation + [0]), Base64URL.encode(point.x963Representation) + "=",
            Base64URL.encode([4] + [UInt8](repeating: 1, count: 64)), "AA",
            String(repeating: "+", count: 87), String(repeating: "é", count: 87),
        ])
    func whatIsNoPublicKeyIsRefused(_ text: String) {
        #expect(throws: InvalidValue.self) { try RecipientKeys.publicKey(text) }
    }

    @Test(arguments: ["", "AAECAwQFBgcICQoLDA0O", "AAECAwQFBgcICQoLDA0ODxA", "AAECAwQFBgcICQoLDA0ODw=="])
    func whatIsNoAuthenticationSecretIsRefused(_ text: String) {
        #expect(throws: InvalidValue.self) { try RecipientKeys.authentication(text) }
    }

    @Test func aServerKeyIsTheSameOnceReadBack() throws {
        let key = ServerKey()
        #expect(try ServerKey(privateKey: key.privateKey).publicKey == key.publicKey)
        #expect(Base64URL.decode(key.publicKey)?.count == 65)
    }
}
