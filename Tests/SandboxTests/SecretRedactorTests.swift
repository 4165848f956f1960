import Foundation
import Sandbox
import Testing

struct SecretRedactorTests {
    @Test(arguments: [
        (#"a"b/c\d"#, #"{"x":"a\"b\/c\\d"}"#),
        (#"a"b/c\d"#, #"{"x":"{\"y\":\"a\\\"b/c\\\\d\"}"}"#),
        ("één 😀 geheim", #"{"x":"\u00e9\u00E9n \ud83d\ude00 geheim"}"#),
        ("één 😀 geheim", #"{"x":"één 😀 geheim"}"#),
        ("line one\nline two", #"{"x":"line one\nline two"}"#),
        ("hidden", #"{"x":"hidden"}"#),
    ])
    func aSecretIsRedactedInEveryEscape(secret: String, text: String) {
        let redacted = SecretRedactor([secret]).redacting(text)
        #expect(redacted == #"{"x":"***"}"# || redacted == #"{"x":"{\"y\":\"***\"}"}"#)
    }

    @Test func theLineStaysJSON() throws {
        let redacted = SecretRedactor(["name"]).redacting(#"{"x":"\name","y":"\\name"}"#)
        #expect(redacted == #"{"x":"***","y":"\\***"}"#)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(redacted.utf8)) }
    }

    @Test func theLongerOfTwoSecretsIsRedactedWhole() {
        #expect(SecretRedactor(["token", "token-2"]).redacting("token-2 token") == "*** ***")
    }

    @Test func theLinesOfASecretAreRedactedOneByOne() {
        let redactor = SecretRedactor(["-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n"])
        #expect(redactor.redacting("a MIIEvQIBADANBg b") == "a *** b")
    }

    @Test(arguments: ["", "x", "xy", "x-access-token:"])
    func aSecretInBase64IsRedacted(prefix: String) {
        let encoded = Data("\(prefix)ghp_0123456789abcdef".utf8).base64EncodedString()
        let redacted = SecretRedactor(["ghp_0123456789abcdef"]).redacting("Authorization: Basic \(encoded)")
        #expect(redacted.contains("***"))
        // What is left of it tells no more than a character.
        #expect(redacted.utf8.count <= "Authorization: Basic ".utf8.count + prefix.utf8.count * 4 / 3 + 3 + 8)
    }

    @Test func otherTextStaysAsItIs() {
        let text = #"{"x":"tok\u0065","y":"\\","z":"to"}"#
        #expect(SecretRedactor(["token", "abc"]).redacting(text) == text)
        #expect(SecretRedactor([]).redacting(text) == text)
    }
}
