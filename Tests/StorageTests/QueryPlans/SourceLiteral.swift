import Foundation

/// A string literal of Swift source with SQL in it: the parts between its interpolations, in their order.
struct SourceLiteral: CustomStringConvertible {
    let file: String
    /// With single spaces, and none at the ends.
    let parts: [String]

    var description: String { "\(file): \(parts.joined(separator: " … "))" }

    /// Whether all of it is in a statement.
    func isPart(of statement: String) -> Bool {
        var rest = statement[...]
        for part in parts {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    /// All of a directory's sources.
    static func all(in directory: URL) throws -> [SourceLiteral] {
        let files = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .flatMap { file in
                var scanner = LiteralScanner(try String(contentsOf: file, encoding: .utf8))
                return scanner.literals().compactMap { SourceLiteral(file: file.lastPathComponent, $0) }
            }
    }

    /// - Returns: `nil` for a literal without SQL.
    private init?(file: String, _ parts: [String]) {
        let words = parts.joined(separator: " ").split { !$0.isLetter && $0 != "_" }
        guard let first = words.first else { return nil }
        // Upper case is how it is written here; a whole statement is one however it is written.
        let isPiece = words.contains { Self.words.contains(String($0)) }
        let isWhole = Self.verbs.contains(first.lowercased()) && words.contains { Self.words.contains($0.uppercased()) }
        guard isPiece || isWhole else { return nil }
        self.file = file
        self.parts = parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }

    private static let words: Set<String> = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "INTO", "WHERE", "SET", "VALUES", "JOIN", "AND", "OR", "ORDER",
        "GROUP", "LIMIT", "NULL", "COLLATE",
    ]
    private static let verbs: Set<String> = ["select", "insert", "update", "delete", "with", "replace"]
}

/// Finds the string literals of Swift source, also those inside of the interpolations of others.
struct LiteralScanner {
    private let text: [Character]
    private var place = 0
    private var found: [[String]] = []

    init(_ source: String) {
        text = Array(source)
    }

    mutating func literals() -> [[String]] {
        while place < text.count { skipCode() }
        return found
    }

    private func isNext(_ token: String) -> Bool {
        text[place...].starts(with: token)
    }

    /// Skips one token of code, including the content of a literal.
    private mutating func skipCode() {
        if isNext("//") {
            while place < text.count, !text[place].isNewline { place += 1 }
        } else if isNext("/*") {
            while place < text.count, !isNext("*/") { place += 1 }
        } else if isNext("\"") || isNext("#\"") {
            skipLiteral()
        } else {
            place += 1
        }
    }

    private mutating func skipLiteral() {
        let hashes = text[place] == "#" ? "#" : ""
        place += hashes.count
        let quotes = isNext("\"\"\"") ? "\"\"\"" : "\""
        place += quotes.count
        var parts = [""]
        while place < text.count, !isNext(quotes + hashes) {
            if isNext("\\\(hashes)(") {
                place += 2 + hashes.count
                skipInterpolation()
                parts.append("")
            } else if hashes.isEmpty, isNext("\\") {
                parts[parts.count - 1].append(contentsOf: text[place...].prefix(2))
                place += 2
            } else {
                parts[parts.count - 1].append(text[place])
                place += 1
            }
        }
        place += quotes.count + hashes.count
        found.append(parts)
    }

    private mutating func skipInterpolation() {
        var depth = 1
        while place < text.count, depth > 0 {
            switch text[place] {
            case "(":
                depth += 1
                place += 1
            case ")":
                depth -= 1
                place += 1
            default: skipCode()
            }
        }
    }
}
