import Domain
import Testing

struct SecondFactorTests {
    /// RFC 4648, section 10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32IsThatOfTheRFC(text: String, encoded: String) {
        #expect(StandardBase32.encode(Array(text.utf8)) == encoded)
    }

    @Test func anAppReadsTheKeyFromItsAddress() throws {
        let key = AuthenticatorKey(bytes: Array("12345678901234567890".utf8))
        #expect(
            key.address(for: try EmailAddress("ada+b@example.com"))
                == "otpauth://totp/Lodestone:ada%2Bb%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Lodestone&algorithm=SHA1&digits=6&period=30")
    }

    @Test func aKeyIsRandomAndNotPrinted() {
        let key = AuthenticatorKey.random()
        #expect(key.bytes.count == 20 && key.bytes != AuthenticatorKey.random().bytes)
        for text in ["\(key)", String(reflecting: key), String(describing: [key])] {
            #expect(text.contains("***") && !text.contains("\(key.bytes[0]), \(key.bytes[1])"))
        }
    }

    @Test func aRecoveryCodeIsReadAsPeopleTypeIt() throws {
        let code = RecoveryCode.random()
        #expect(code.text.wholeMatch(of: #/([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}/#) != nil)
        #expect(code != RecoveryCode.random())
        for typed in [
            code.text.uppercased(), code.text.replacing("-", with: ""), " \(code.text.replacing("-", with: " "))\n",
        ] {
            #expect(RecoveryCode(presented: typed) == code)
        }
        #expect(RecoveryCode(presented: "OOOO-iiii-LLLL-0000-0000-0000")?.text == "0000-1111-1111-0000-0000-0000")
        for wrong in [
            "", "123456", String(code.text.dropLast()), code.text + "0", "uuuu-uuuu-uuuu-uuuu-uuuu-uuuu",
            "éééé-éééé-éééé-éééé-éééé-éééé",
        ] {
            #expect(RecoveryCode(presented: wrong) == nil)
        }
    }

    @Test func sixDigitsAreAnAppsCode() throws {
        for typed in ["123456", " 123 456 "] {
            guard case .app("123456") = PresentedCode(typed) else {
                Issue.record("\(typed) is no code")
                continue
            }
        }
        for wrong in ["", "12345", "1234567", "１２３４５６", "12345a"] { #expect(PresentedCode(wrong) == nil) }
    }
}
