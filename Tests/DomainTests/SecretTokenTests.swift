import Domain
import Testing

struct SecretTokenTests {
    @Test func aTokenIsReadBack() throws {
        let token = SecretToken(.apiKey)
        let read = try #require(SecretToken(.apiKey, presented: token.text))
        #expect(read.publicID == token.publicID)
        #expect(token.text.hasPrefix("lsk_\(token.publicID)"))
    }

    @Test func aRenewedTokenHasTheSameIDAndAnotherSecret() throws {
        let token = SecretToken(.browserSession)
        let renewed = SecretToken(.browserSession, renewing: token.publicID)
        #expect(renewed.publicID == token.publicID && renewed.text != token.text)
        #expect(SecretToken(.browserSession, presented: renewed.text) != nil)
    }

    @Test func everyMistypedCharacterIsNoticed() {
        let text = SecretToken(.apiKey).text
        for index in text.indices {
            var characters = text
            let other: Character = text[index] == "7" ? "8" : "7"
            characters.replaceSubrange(index...index, with: [other])
            #expect(SecretToken(.apiKey, presented: characters) == nil)
        }
    }

    @Test func whatIsNoTokenIsRefused() {
        let text = SecretToken(.apiKey).text
        for wrong in ["", "lsk_", String(text.dropLast()), text + "0", text.uppercased(), " " + text, "lsk_\u{0}"] {
            #expect(SecretToken(.apiKey, presented: wrong) == nil)
        }
        #expect(SecretToken(.browserSession, presented: text) == nil)
    }

    @Test func theChecksumIsTheStandardOne() {
        #expect(CRC32.checksum(of: "123456789") == 0xCBF4_3926)
    }

    @Test func digestsAreComparedWhole() {
        let digest = SecretDigest(bytes: [1, 2, 3])
        #expect(digest.matches(SecretDigest(bytes: [1, 2, 3])))
        #expect(!digest.matches(SecretDigest(bytes: [1, 2, 4])))
        #expect(!digest.matches(SecretDigest(bytes: [9, 2, 3])))
        #expect(!digest.matches(SecretDigest(bytes: [1, 2])))
    }
}
