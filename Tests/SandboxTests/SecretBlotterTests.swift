import Foundation
import Sandbox
import Testing

struct SecretBlotterTests {
    @Test(arguments: [
        (#"a"b/c\d"#, #"{"x":"a\"b\/c\\d"}"#),
        (#"a"b/c\d"#, #"{"x":"{\"y\":\"a\\\"b/c\\\\d\"}"}"#),
        ("één 😀 geheim", #"{"x":"\u00e9\u00E9n \ud83d\ude00 geheim"}"#),
        ("één 😀 geheim", #"{"x":"één 😀 geheim"}"#),
        ("line one\nline two", #"{"x":"line one\nline two"}"#),
        ("hidden", #"{"x":"hidden"}"#),
    ])
    func aSecretIsBlottedOutInEveryEscape(secret: String, text: String) {
        let blotted = SecretBlotter([secret]).blotting(text)
        #expect(blotted == #"{"x":"***"}"# || blotted == #"{"x":"{\"y\":\"***\"}"}"#)
    }

    @Test func theLineStaysJSON() throws {
        let blotted = SecretBlotter(["name"]).blotting(#"{"x":"\name","y":"\\name"}"#)
        #expect(blotted == #"{"x":"***","y":"\\***"}"#)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(blotted.utf8)) }
    }

    @Test func theLongerOfTwoSecretsIsBlottedOutWhole() {
        #expect(SecretBlotter(["token", "token-2"]).blotting("token-2 token") == "*** ***")
    }

    @Test func theLinesOfASecretAreBlottedOutOneByOne() {
        let blotter = SecretBlotter(["-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n"])
        #expect(blotter.blotting("a MIIEvQIBADANBg b") == "a *** b")
    }

    @Test(arguments: ["", "x", "xy", "x-access-token:"])
    func aSecretInBase64IsBlottedOut(prefix: String) {
        let encoded = Data("\(prefix)ghp_0123456789abcdef".utf8).base64EncodedString()
        let blotted = SecretBlotter(["ghp_0123456789abcdef"]).blotting("Authorization: Basic \(encoded)")
        #expect(blotted.contains("***"))
        // What is left of it tells no more than a character.
        #expect(blotted.utf8.count <= "Authorization: Basic ".utf8.count + prefix.utf8.count * 4 / 3 + 3 + 8)
    }

    @Test func otherTextStaysAsItIs() {
        let text = #"{"x":"tok\u0065","y":"\\","z":"to"}"#
        #expect(SecretBlotter(["token", "abc"]).blotting(text) == text)
        #expect(SecretBlotter([]).blotting(text) == text)
    }
}
