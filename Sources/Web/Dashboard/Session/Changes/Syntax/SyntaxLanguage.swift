/// The description of a language for the highlighter: the delimiters of comments and strings, and the keywords.
struct SyntaxLanguage: Sendable {
    struct Quotes: Sendable {
        let start: [UInt8]
        let end: [UInt8]
        /// Whether it may span several lines.
        let isMultiline: Bool
        /// Whether a backslash escapes the next character.
        let hasEscapes: Bool

        init(_ start: String, _ end: String? = nil, isMultiline: Bool = false, hasEscapes: Bool = true) {
            self.start = Array(start.utf8)
            self.end = Array((end ?? start).utf8)
            self.isMultiline = isMultiline
            self.hasEscapes = hasEscapes
        }
    }

    let lineComments: [[UInt8]]
    let blockComment: Quotes?
    /// Longer opening delimiters come before shorter ones.
    let strings: [Quotes]
    /// Each keyword as a number; see `key(of:)`.
    private let keywords: Set<UInt128>

    init(
        _ keywords: String, lineComments: [String] = ["//"], blockComment: Quotes? = Quotes("/*", "*/"),
        strings: [Quotes] = [Quotes("\""), Quotes("'")]
    ) {
        self.lineComments = lineComments.map { Array($0.utf8) }
        self.blockComment = blockComment
        self.strings = strings
        self.keywords = Set(keywords.split(separator: " ").compactMap { Self.key(of: Array($0.utf8)[...]) })
    }

    func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
        Self.key(of: word).map(keywords.contains) ?? false
    }

    /// - Returns: `nil` for a word of more than 16 bytes, which no keyword has.
    private static func key(of word: ArraySlice<UInt8>) -> UInt128? {
        guard word.count <= 16 else { return nil }
        return word.reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// The language of a file, by its name; `nil` if it isn't known.
    static func of(path: String) -> SyntaxLanguage? {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if let language = byName[name] { return language }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return byExtension[String(name[name.index(after: dot)...])]
    }
}
