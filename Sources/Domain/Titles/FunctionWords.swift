/// English words that carry grammar rather than meaning.
enum FunctionWords {
    /// Words that cannot end a line of thought.
    static let needsNext: Set<String> = [
        "a", "an", "the", "and", "or", "but", "to", "of", "for", "from", "with", "in", "into", "on", "at", "by", "as",
        "that", "which", "is", "are", "was", "be", "this", "my", "our", "your", "its", "if", "when", "because", "so",
        "can", "could", "should", "would", "will", "must", "not", "no", "please", "we", "i", "you", "than", "via",
    ]

    /// Words that no article stands before: after `a` they show that it is a name, as in "from a to b".
    static let neverAfterArticle: Set<String> = [
        "and", "or", "to", "is", "are", "was", "in", "on", "at", "as", "for", "of", "from", "with", "by", "but", "has",
        "=", "+", "-", "vs", "then", "into", "when", "if", "",
    ]

    /// Tells English from other languages that also write "a", "an" and "the" letters as words.
    static let english: Set<String> = [
        "the", "to", "is", "and", "of", "in", "for", "with", "it", "on", "this", "that", "when", "from", "not", "our",
        "my", "by", "at", "be", "should", "are", "add", "fix", "we", "i", "if", "into", "but", "so", "or",
    ]

    /// Common words of Romance and other Latin-written languages, where "a" or "an" is no article.
    static let foreign: Set<String> = [
        "de", "la", "el", "los", "las", "del", "que", "para", "una", "un", "con", "por", "al", "está", "y",
        "le", "les", "des", "du", "et", "pour", "dans", "au", "aux", "avec", "sur", "est",
        "der", "das", "dem", "den", "und", "ist", "nicht", "ein", "eine", "einen", "einer", "mit", "auf", "von", "zu",
        "il", "di", "che", "gli", "della", "um", "uma", "em", "não", "com", "os", "da", "dos",
        "het", "een", "van", "voor", "och", "att", "az", "egy", "és",
    ]
}
