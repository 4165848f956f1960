/// The capital letter at the start of a title.
enum Capital {
    /// Capitalizes the first letter, after any emoji or bracket, unless the title starts with a code name, a quotation
    /// mark or a sign.
    static func applied(to words: [Word]) -> [Word] {
        guard
            let index = words.firstIndex(where: {
                $0.text.firstAlphanumeric != nil || $0.isCodeName || $0.startsWithSign
            }),
            !words[index].isCodeName, !words[index].startsWithSign
        else { return words }
        var words = words
        words[index] = words[index].written(as: capitalized(words[index].text))
        return words
    }

    /// No change if the capital form has two letters, as for ß.
    private static func capitalized(_ text: String) -> String {
        if let first = text.utf8.first, first.isASCIILetter {
            return first.isASCIIUppercase ? text : String(UnicodeScalar(first & 0xDF)) + text.dropFirst(1)
        }
        guard let index = text.firstAlphanumeric else { return text }
        let capital = text.unicodeScalars[index].properties.titlecaseMapping
        guard capital.unicodeScalars.count == 1 else { return text }
        return text[..<index] + capital + text[text.unicodeScalars.index(after: index)...]
    }
}

extension Word {
    /// Signs such as "€" and "+" are read as words, unlike an emoji.
    fileprivate var startsWithSign: Bool {
        guard let category = text.unicodeScalars.first?.properties.generalCategory else { return false }
        return category == .currencySymbol || category == .mathSymbol
    }
}

extension String {
    fileprivate var firstAlphanumeric: Index? {
        unicodeScalars.firstIndex { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
