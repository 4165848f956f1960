extension Language {
    /// All languages that titles support.
    static let all: [Language] = [
        english, german, french, spanish, portuguese, italian, dutch, polish, czech, hungarian, finnish, swedish, greek,
        russian, ukrainian, turkish, arabic, hebrew, persian, hindi, bengali, thai, vietnamese, indonesian, chinese,
        japanese, korean,
    ]
}
