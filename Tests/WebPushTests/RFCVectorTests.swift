import Crypto
import Domain
import Foundation
import Testing

@testable import WebPush

/// The examples of the RFCs, byte for byte.
struct RFCVectorTests {
    private static func bytes(_ text: String) throws -> Data { try #require(Base64URL.decode(text)) }

    /// RFC 8291, 5 and appendix A.
    @Test func aMessageIsEncryptedAsInRFC8291() throws {
        let recipient = try RecipientKeys(
            publicKey: Self.bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            authentication: Self.bytes("BTBZMqHH6r4Tts7J_aSIgg"))
        let sender = try P256.KeyAgreement.PrivateKey(
            rawRepresentation: Self.bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
        let body = try MessageEncryption.encrypt(
            "When I grow up, I want to be a watermelon".utf8, for: recipient, with: sender,
            salt: Self.bytes("DGv6ra1nlYgDCS1FRnbzlw"))
        #expect(
            Base64URL.encode(body)
                == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
                + "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
    }

    /// RFC 8188, 3.1.
    @Test func contentIsEncryptedAsInRFC8188() throws {
        let body = try EncryptedContent.encrypt(
            "I am the walrus".utf8, with: SymmetricKey(data: Self.bytes("yqdlZ-tYemfogSmv7Ws5PQ")), keyID: Data(),
            salt: Self.bytes("I1BsxtFttlv3u_Oo94xnmw"))
        #expect(
            Base64URL.encode(body) == "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg")
    }

    /// RFC 8292, 2.4. Its private key isn't told, and signatures are random: what is signed is compared, and the example's
    /// signature of it checked.
    @Test func aTokenIsThatOfRFC8292() throws {
        let input = ServerKey.signingInput(
            audience: "https://push.example.net", expiry: 1_453_523_768, contact: "mailto:push@example.com")
        #expect(
            input
                == "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njgs"
                + "InN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0")
        let key = try P256.Signing.PublicKey(
            x963Representation: Self.bytes(
                "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"))
        let signature = try P256.Signing.ECDSASignature(
            rawRepresentation: Self.bytes(
                "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"))
        #expect(key.isValidSignature(signature, for: Data(input.utf8)))
    }

    @Test func noTwoMessagesAreAlike() throws {
        let key = P256.KeyAgreement.PrivateKey().publicKey.x963Representation
        let recipient = try RecipientKeys(publicKey: key, authentication: Data(count: 16))
        let bodies = try (0..<2).map { _ in try MessageEncryption.encrypt("the same".utf8, for: recipient) }
        #expect(bodies[0].prefix(16) != bodies[1].prefix(16))
        #expect(bodies[0][21..<86] != bodies[1][21..<86])
    }

    @Test func theLongestMessageIsWhatPushServicesTake() throws {
        let key = P256.KeyAgreement.PrivateKey().publicKey.x963Representation
        let recipient = try RecipientKeys(publicKey: key, authentication: Data(count: 16))
        let payload = [UInt8](repeating: 0x61, count: MessageEncryption.capacity)
        #expect(try MessageEncryption.encrypt(payload, for: recipient).count == 4096)
    }
}
