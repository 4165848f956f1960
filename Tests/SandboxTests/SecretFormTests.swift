import Foundation
import Sandbox
import Testing

/// Secrets as programs print them, other than as they are.
struct SecretFormTests {
    private static let secret = "s3cret-Token_0123456789/+x"

    private static let forms: [String: String] = {
        let bytes = Array(secret.utf8)
        let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
        let percent = bytes.map { String(format: "%%%02X", $0) }.joined()
        let base64 = Data((0..<90).map { _ in UInt8(ascii: "x") } + bytes + bytes).base64EncodedString()
        func wrapped(_ text: String, _ width: Int, _ separator: String) -> String {
            stride(from: 0, to: text.count, by: width).map { String(text.dropFirst($0).prefix(width)) }
                .joined(separator: separator)
        }
        return [
            "hex": hexadecimal, "upper-case hex": hexadecimal.uppercased(), "percent": percent,
            "lower-case percent": percent.lowercased(), "percent twice": percent.replacing("%", with: "%25"),
            "partly percent": secret.replacing("/", with: "%2F").replacing("+", with: "%2b"),
            "upper case": secret.uppercased(), "lower case": secret.lowercased(),
            "base64 in lines of 64": wrapped(base64, 64, "\n"), "in lines of 76": wrapped(base64, 76, "\r\n"),
            "in lines of 5": wrapped(base64, 5, "\n    "), "in JSON": wrapped(base64, 7, #"\n"#),
            "in JSON in JSON": wrapped(base64, 7, #"\\n\\t"#),
            "two lines": "s3cret-Token_\n0123456789/+x",
            "one letter a line": secret.map(String.init).joined(separator: "\n"),
            "coloured": "s3cret-\u{1B}[1;31mToken\u{1B}[0m_0123456789/+x",
            "coloured in JSON": #"s3cret-\u001b[1;31mToken\u001B[0m_0123456789/+x"#,
            "UTF-16": secret.map { "\($0)\u{0}" }.joined(),
        ]
    }()

    @Test(arguments: forms.keys.sorted())
    func aSecretIsRedactedInThisForm(name: String) throws {
        let form = try #require(Self.forms[name])
        let redacted = SecretRedactor([Self.secret]).redacting("before \(form) after")
        #expect(redacted.contains("***") && redacted.hasPrefix("before ") && redacted.hasSuffix(" after"))
        // What is left of Base64 is what it begins and ends with.
        let rest = redacted.filter { !$0.isWhitespace && !#"*\nteHh4"#.contains($0) }
        #expect(rest.count < 50, "\(redacted)")
    }

    @Test func theLineStaysJSON() throws {
        let line = #"{"x":"a s3cret-\u001b[31mToken_\n\t0123456789%2F+x\n","y":"\u001b[0m%"}"#
        let redacted = SecretRedactor([Self.secret]).redacting(line)
        #expect(redacted == #"{"x":"a ***\n","y":"\u001b[0m%"}"#)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(redacted.utf8)) }
    }

    /// Short ones would be found in what has nothing to do with them.
    @Test func aShortSecretIsRedactedOnlyAsItIs() {
        #expect(SecretRedactor(["token"]).redacting("token to\nken TOKEN") == "*** to\nken TOKEN")
    }
}
