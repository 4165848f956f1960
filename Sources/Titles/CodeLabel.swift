/// Finds a line of pasted code that identifies it.
enum CodeLabel {
    private static let noise = Prefixes([
        "import ", "from ", "#include", "using ", "package ", "#!", "'use ", "\"use ", "<?", "<!DOCTYPE", "<!doctype",
        "@@",
        "index ", "---", "new file", "similarity ", "/*", "*", "old mode", "new mode",
    ])

    /// Returns `nil` for a line that says nothing, such as a bracket or an import.
    static func label(for line: String) -> String? {
        if line.hasPrefix("diff --git "), let path = line.split(separator: " ").last {
            return String(path.dropFirst(2))
        }
        if line.hasPrefix("+++ ") { return line.dropFirst(4).hasPrefix("b/") ? String(line.dropFirst(6)) : nil }
        guard line.contains(where: \.isLetter), !noise.matches(line) else { return nil }
        var label = Substring(line)
        if label.hasPrefix("$ ") || label.hasPrefix("// ") { label = label.drop { $0 != " " }.dropFirst() }
        while let last = label.last, last == "," || last == ";" || last == " " { label.removeLast() }
        return String(label)
    }
}
