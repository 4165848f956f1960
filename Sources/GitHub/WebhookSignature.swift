import Crypto
import Domain

/// The HMAC-SHA256 with which GitHub signs a body: `sha256=` and 64 hexadecimal digits.
struct WebhookSignature {
    private let code: [UInt8]

    /// - Returns: `nil` for text in another form.
    init?(_ text: String?) {
        let prefix = "sha256="
        guard let text, text.hasPrefix(prefix) else { return nil }
        let digits = Array(text.utf8.dropFirst(prefix.utf8.count))
        guard digits.count == 2 * SHA256.byteCount else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place -> UInt8? in
            let pair = digits[place...(place + 1)]
            guard pair.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
            return UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
        }
        guard bytes.count == SHA256.byteCount else { return nil }
        code = bytes
    }

    /// Compares in a time that doesn't depend on where the codes differ.
    func isRight(for body: [UInt8], secret: HiddenText) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: body, using: SymmetricKey(data: Array(secret.text.utf8)))
    }
}
