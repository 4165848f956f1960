/// Distinguishes the full stop that ends a sentence from one that is part of a word.
enum FullStop {
    /// Words that are always written with a full stop, in the most common languages of prompts.
    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "incl", "excl", "resp", "max", "min", "no", "nr", "fig", "sec",
        "ver", "vol", "pp", "ch", "ref", "dept", "est", "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "al",
        "bzw", "ca", "evtl", "ggf", "inkl", "vgl", "sog", "ex", "env", "pag", "num", "bijv", "esim", "pl", "napr",
        "tzn", "tzv", "orn", "vb", "t.ex", "bl.a", "p.ex", "т.е", "т.д", "т.п", "напр", "см",
        "np", "tj", "bv", "p.ej", "ej",
    ]

    /// Abbreviations that often end a sentence, so that a capital after them begins the next one.
    private static let closing: Set<String> = [
        "etc", "usw", "itd", "itp", "inc", "ltd", "co", "corp", "a.m", "p.m", "u.s",
    ]

    static func isPartOfWord(_ core: String, key: String, next: Word?) -> Bool {
        guard let next else { return false }
        if core.hasSuffix("..") || closing.contains(key) || key.utf8.count <= 3 && key.count == 1 {
            return !next.startsUppercase
        }
        return abbreviations.contains(key) && !core.hasSuffix("`.") || isDottedLetters(key)
    }

    /// Whether it is letters with a full stop each: "z.B.", "d.h.", "p.s.".
    private static func isDottedLetters(_ key: String) -> Bool {
        guard key.utf8.contains(UInt8(ascii: ".")) else { return false }
        let letters = key.split(separator: ".", omittingEmptySubsequences: false)
        return letters.count > 1 && letters.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
    }
}
