/// A code for signing in once without the authenticator app, such as `k3md-9x2p-7vqa-04tz-p8he-w61c`: 120
/// random bits, so that a fast hash of it is enough.
package struct RecoveryCode: Equatable, Sendable {
    /// How many a person has at first.
    package static let count = 10

    package let text: String

    private static let length = 24
    private static let groupLength = 4

    /// A new code.
    package static func random() -> RecoveryCode {
        var generator = SystemRandomNumberGenerator()
        return RecoveryCode(characters: Base32.random(characters: length, using: &generator))
    }

    /// Reads a typed code, whatever its case, spaces and hyphens. Letters that the alphabet doesn't have count as the
    /// digits that they look like.
    ///
    /// - Returns: `nil` for a text that can't be a code.
    package init?(presented text: String) {
        let lookalikes: [Character: Character] = ["o": "0", "i": "1", "l": "1"]
        let characters = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }.map { lookalikes[$0] ?? $0 }
        guard characters.count == Self.length, Base32.isEncoded(String(characters)) else { return nil }
        self.init(characters: String(characters))
    }

    private init(characters: String) {
        let all = Array(characters)
        let groups = stride(from: 0, to: all.count, by: Self.groupLength).map { start in
            String(all[start..<min(start + Self.groupLength, all.count)])
        }
        text = groups.joined(separator: "-")
    }
}
