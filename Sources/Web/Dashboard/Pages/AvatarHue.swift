import Domain

extension UserID {
    private static let hues: UInt32 = 12

    /// The style sheet's class for the color of a person's avatar, from `hue-0` to `hue-11`. It depends only on the id
    /// (FNV-1a).
    var hue: String {
        let hash = rawValue.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return "hue-\(hash % Self.hues)"
    }
}
