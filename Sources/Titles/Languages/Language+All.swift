extension Language {
    /// Every language that titles know something of.
    static let all: [Language] = [
        english, german, french, spanish, portuguese, italian, dutch, polish, czech, hungarian, finnish, swedish, greek,
        russian, ukrainian, turkish, arabic, hebrew, persian, hindi, bengali, thai, vietnamese, indonesian, chinese,
        japanese, korean,
    ]
}
