import Domain

extension UserID {
    private static let hues: UInt32 = 12

    /// The class of the style sheet that gives a person's avatar its color, from `hue-0` to `hue-11`, everywhere the same
    /// (by FNV-1a of the id).
    var hue: String {
        let hash = rawValue.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return "hue-\(hash % Self.hues)"
    }
}
