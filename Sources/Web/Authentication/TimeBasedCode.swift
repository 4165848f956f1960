import Crypto
import Domain
import FoundationEssentials

/// The codes of authenticator apps: time-based one-time passwords (RFC 6238) with HMAC-SHA-1, six digits and steps of 30
/// seconds.
enum TimeBasedCode {
    /// By how many steps the clock of a person's device may differ.
    private static let drift = 1

    /// The step of a moment, counted from 1970.
    static func step(at time: Timestamp) -> Int {
        Int(time.milliseconds / 30_000)
    }

    static func code(with key: AuthenticatorKey, at step: Int, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let hash = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: Data(key.bytes))))
        // Dynamic truncation (RFC 4226, section 5.3).
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The latest step whose code is the presented one.
    ///
    /// - Parameter former: the last step whose code was used; only later steps count.
    /// - Returns: `nil` for a wrong code, and for one that is too old, too new or used.
    static func step(of presented: String, with key: AuthenticatorKey, at time: Timestamp, after former: Int) -> Int? {
        let now = step(at: time)
        let digest = SecretDigest(of: presented)
        return (now - drift...now + drift).last { step in
            step > former && SecretDigest(of: code(with: key, at: step)).matches(digest)
        }
    }
}
