/// The particles that follow Korean nouns without a space. Someone who searches for a noun with a particle means the
/// noun.
enum KoreanParticle {
    /// Longest first.
    private static let particles: [[String]] = [
        "에서부터", "으로부터", "이라고", "에게서", "으로써", "으로서", "에서는", "에서도", "한테서", "부터", "까지", "에서", "에게", "한테", "으로", "이나", "이랑",
        "라고", "처럼", "보다", "하고", "마다", "밖에", "조차", "마저", "로써", "로서", "에는", "에도", "은", "는", "이", "가", "을", "를", "에", "의",
        "와",
        "과", "도", "로", "만", "나", "랑", "께",
    ].map { $0.map(String.init) }

    /// Particles that occur only after nouns, so that a noun of one syllable before them is enough.
    private static let objects = [["을"], ["를"]]

    /// - Parameter words: the words of a search term; each syllable is one word.
    /// - Returns: the words without the particle at their end, if the rest is long enough for a noun.
    static func dropped(from words: [String]) -> [String] {
        let noun = words.reversed().prefix(while: isSyllable).count
        for particle in particles where words.suffix(particle.count) == particle[...] {
            let left = noun - particle.count
            // A word in other letters may come before the particle too.
            if left >= 2 || left == 1 && objects.contains(particle) || left == 0 && words.count > noun {
                return words.dropLast(particle.count)
            }
        }
        return words
    }

    private static func isSyllable(_ word: String) -> Bool {
        word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy { 0xAC00...0xD7A3 ~= $0.value }
    }
}
