import Domain

/// Parses variables from `NAME=value` lines. Blank lines and lines that start with `#` are ignored. A value in double
/// quotes may contain `\n`, `\t`, `\r`, `\"` and `\\`; it is needed for values that begin or end with white space or a
/// quote or that have several lines. A value in single quotes is taken literally.
struct VariableLines {
    let values: [String: String]

    /// - Throws: `InvalidValue` naming the line that can't be read.
    init(_ text: String) throws(InvalidValue) {
        var values: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let equals = line.firstIndex(of: "=") else {
                throw InvalidValue("must have lines such as NAME=value; line \(index + 1) is different")
            }
            let name = String(line[..<equals]).trimmed
            guard let value = Self.unquoted(String(line[equals...].dropFirst()).trimmed) else {
                throw InvalidValue("has an invalid quoted value in line \(index + 1)")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw InvalidValue("must have each name only once; line \(index + 1) repeats one")
            }
        }
        self.values = values
    }

    static func text(of variables: EnvironmentVariables) -> String {
        variables.sorted.map { "\($0.name)=\(quoted($0.value))" }.joined(separator: "\n")
    }

    /// - Returns: `nil` for a value that starts with a quote but is malformed.
    private static func unquoted(_ text: String) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return text }
        guard text.count >= 2, text.last == quote else { return nil }
        let inner = text.dropFirst().dropLast()
        guard quote == "\"" else { return String(inner) }
        var value = ""
        var isEscaped = false
        for character in inner {
            if isEscaped {
                guard let meant = escapes[character] else { return nil }
                value.append(meant)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                guard character != "\"" else { return nil }
                value.append(character)
            }
        }
        return isEscaped ? nil : value
    }

    private static func quoted(_ value: String) -> String {
        let hasQuote = ["\"", "'"].contains { value.hasPrefix($0) || value.hasSuffix($0) }
        let hasLines = value.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard hasQuote || hasLines || value != value.trimmed else { return value }
        let escaped = value.unicodeScalars.map { scalar in
            switch scalar {
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "\"", "\\": "\\\(scalar)"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    private static let escapes: [Character: Character] = [
        "n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\",
    ]
}
