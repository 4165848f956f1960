/// Lines that mail programs add before quoted text.
enum MailMarks {
    private static let forwardedMarks = [
        "-----original message-----", "---------- forwarded message", "begin forwarded message:",
        "-----ursprüngliche nachricht-----", "-----message d'origine-----", "-----mensaje original-----",
    ]

    /// "On Tuesday Ann wrote:" in every language, as its beginning and a later part.
    private static let attributions = Language.all.flatMap { language in
        Vocabulary.phrases(of: language.quotationLines).map { line in
            let parts = line.split(separator: "…", omittingEmptySubsequences: false).map { part in
                part.trimming { $0 == " " }.lowercased()
            }
            return (start: parts.first ?? "", further: parts.last ?? "", isSpaced: language.isSpaced)
        }
    }

    /// Whether it is a line after which everything is quoted without `>`.
    static func startsForwardedMail(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == 0x2D || first | 0x20 == 0x62 else { return false }
        let lowercased = text.lowercased()
        return forwardedMarks.contains { lowercased.hasPrefix($0) }
    }

    static func isAttribution(_ text: String) -> Bool {
        guard text.endsWith(anyOf: ":：>"), text.utf8.count <= 200 else { return false }
        let line = text.lowercased()
        return attributions.contains { start, further, isSpaced in
            let space = isSpaced ? " " : ""
            return (start.isEmpty || line.hasPrefix(start + space))
                && line.dropFirst(start.count).holds(space + further)
        }
    }
}
