/// Recognizes code that was pasted without a fence.
enum CodeShape {
    private static let starts = Prefixes([
        "}", "{", "[{", "[\"", "</", "//", "/*", "*/", "#!", "#include", "@@ ", "+++ ", "--- a/", "diff --git", "<?",
        "<!DOCTYPE",
        "$ ", "❯ ",
    ])

    private static let keywords: Set<Substring> = [
        "import", "from", "export", "const", "let", "var", "def", "func", "fn", "function", "class", "struct", "enum",
        "interface", "type", "return", "public", "private", "protected", "static", "final", "package", "using",
        "namespace", "async", "await", "if", "for", "while", "else", "try", "catch", "switch", "case", "val", "pub",
    ]

    private static let keywordStarts = Prefixes((Array(keywords) + Array(queries)).map(String.init))
    private static let queries: Set<Substring> = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "WITH"]

    /// Lines of prose mostly have none of the signs of code, and return early.
    static func isCode(_ line: Line) -> Bool {
        let text = line.text
        guard let first = text.utf8.first else { return false }
        if text.utf8.count == 1 { return "{}[]();".utf8.contains(first) }
        if starts.matches(text) { return true }
        if line.codeSigns == 0 {
            return line.marks.contains(.colon) && isSetting(text) || startsWithKeyword(text)
        }
        return endsLikeCode(text) || line.marks.contains(.equals) && hasAssignment(text)
            || startsWithKeyword(text) || isDense(line) || isMarkup(text)
            || line.marks.contains(.colon) && isSetting(text)
    }

    private static let queryStarts: Set<Substring> = [
        "SELECT", "FROM", "JOIN", "LEFT", "RIGHT", "INNER", "OUTER", "CROSS", "WHERE", "GROUP", "ORDER", "HAVING",
        "LIMIT", "ON",
        "AND", "OR", "UNION", "VALUES", "SET", "RETURNING", "WITH", "OFFSET", "INTO",
    ]

    /// Whether it can be a continuation line of an SQL statement.
    static func isQueryLine(_ text: String) -> Bool {
        queryStarts.contains(Substring(text.utf8.prefix(while: \.isASCIIUppercase)))
    }

    private static let diffStarts = Prefixes([
        "index ", "+", "-", "new file mode", "deleted file mode", "similarity index", "rename ",
    ])

    /// Whether it can be a line of a diff that is not recognizable by itself.
    static func isDiff(_ text: String) -> Bool {
        diffStarts.matches(text)
    }

    private static func endsLikeCode(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return false }
        switch last {
        case UInt8(ascii: "{"): return true
        case UInt8(ascii: ";"): return text.utf8.contains { "=(){}".utf8.contains($0) } || !text.hasSpace
        default: return text.hasSuffix("=>")
        }
    }

    private static func startsWithKeyword(_ text: String) -> Bool {
        guard keywordStarts.matches(text) else { return false }
        let first = Substring(text.utf8.prefix(while: \.isASCIILetter))
        if queries.contains(first) {
            return first == "SELECT" && text.endsWith(anyOf: ",*") || text.holds(" FROM ") || text.holds(" INTO ")
                || text.holds(" SET ") || text.holds(" TABLE ")
        }
        guard keywords.contains(first) else { return false }
        if first == "package", !text.utf8.dropFirst(8).contains(UInt8(ascii: " ")) { return true }
        return text.holds(" = ") || text.holds(" => ") || (text.hasSuffix(")") && !text.holds(" ("))
            || text.hasSuffix("):")
            || (first == "from" && text.holds(" import "))
            || (first == "import" && (text.holds(" from ") || text.endsWith(anyOf: "\"'")))
            || (first == "class" && text.hasSuffix(":") && text.split(separator: " ").count == 2)
    }

    /// Whether it is an assignment such as `x = 5`.
    private static func hasAssignment(_ text: String) -> Bool {
        guard let space = text.utf8.firstIndex(of: UInt8(ascii: " ")) else { return false }
        return text.utf8[space...].starts(with: " = ".utf8)
    }

    /// Whether a quarter of it are signs of code, which is rare in prose.
    private static func isDense(_ line: Line) -> Bool {
        line.text.utf8.count > 8 && line.codeSigns * 4 >= line.text.utf8.count && line.text.hasSpace
            && !line.marks.contains(.beyondASCII)
    }

    /// Whether it is a key with a value that prose doesn't have, such as `on: [push]` or `"strict": true`.
    private static func isSetting(_ text: String) -> Bool {
        let key = text.utf8.prefix { $0.isASCIILetter || "_-\"".utf8.contains($0) }
        let rest = text.utf8[key.endIndex...]
        guard !key.isEmpty, rest.starts(with: ": ".utf8), let value = rest.dropFirst(2).first else { return false }
        return key.first == UInt8(ascii: "\"") || "[{|>&".utf8.contains(value)
    }

    /// Whether it is a line of HTML or JSX: a single tag, or tags with attributes.
    private static func isMarkup(_ text: String) -> Bool {
        guard text.hasPrefix("<"), text.hasSuffix(">") else { return false }
        let name = text.utf8.dropFirst().prefix { $0.isASCIILetter || $0.isASCIIDigit }
        guard !name.isEmpty, " >/".utf8.contains(text.utf8[name.endIndex]) else { return false }
        let isOneTag = text.utf8.count { $0 == UInt8(ascii: "<") } == 1
        return isOneTag || text.holds("=\"") || text.holds("={") || text.hasSuffix("/>")
    }
}
