/// The key that a person's authenticator app shares with this server (RFC 4226). It prints as `***`.
package struct AuthenticatorKey: Sendable {
    /// In bytes, as RFC 4226 recommends it.
    package static let length = 20

    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new key.
    package static func random() -> AuthenticatorKey {
        AuthenticatorKey(bytes: (0..<length).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// The key as people type it into an app: Base32 of RFC 4648.
    package var text: String { StandardBase32.encode(bytes) }

    /// The address that an app reads from a QR code, in the format of Google Authenticator's "Key URI Format". It has the
    /// key; codes have 6 digits and are valid for 30 seconds, with HMAC-SHA-1.
    package func address(for email: EmailAddress) -> String {
        let label = "\(Self.issuer):\(email.description.percentEncoded)"
        return "otpauth://totp/\(label)?secret=\(text)&issuer=\(Self.issuer)&algorithm=SHA1&digits=6&period=30"
    }

    private static let issuer = "Lodestone"
}

extension AuthenticatorKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
