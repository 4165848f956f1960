/// Recognizes pasted output of programs: stack traces, logs and compiler messages.
enum ProgramOutput {
    private static let starts = Prefixes([
        "Traceback (most recent", "Caused by:", "Exception in thread", "goroutine ", "panic: ", "npm ERR!", "npm WARN",
        "npm error", "thread '", "stack backtrace:", "note: run with", "Process finished with", "File \"", "--> ",
        "error[", "error: ", "error TS", "error CS", "Error: ", "fatal: ", "warning: ", "ERROR in ", "exit status ",
        "Uncaught ", "Unhandled ",
        "Fatal error:", "FAILED ", "FAIL ", "PASS ", "[ERROR]", "[INFO]", "[WARN", "[DEBUG]", "Segmentation fault",
    ])

    private static let levels: Set<String> = [
        "ERROR", "WARN", "WARNING", "INFO", "DEBUG", "TRACE", "FATAL", "CRITICAL", "SEVERE", "NOTICE",
    ]

    static func isOutput(_ text: String) -> Bool {
        starts.matches(text) || startsWithTime(text.utf8[...]) || startsWithLevel(text) || startsWithTag(text)
            || isFrame(text)
            || startsWithErrorName(text) || startsWithPosition(text)
    }

    // MARK: Messages

    private static let errorMarks = [
        "rror:", "xception:", "ERROR", "FATAL", "panic:", "panicked at", "fatal:", "Exception in thread", "ERR!",
        "CRITICAL",
    ]

    /// Whether the line names the error, rather than its location.
    static func namesError(_ text: String) -> Bool {
        startsWithErrorName(text) || errorMarks.contains(where: text.holds)
    }

    /// The message of a log line, without time, level and the like; any other line unchanged.
    static func message(of text: String) -> [Word] {
        let words = text.split(separator: " ")
        let message = words.drop { word in
            startsWithTime(word.utf8) || word.hasPrefix("[") && word.hasSuffix("]")
                || levels.contains(word.trimming { !$0.properties.isAlphabetic })
        }
        guard !message.isEmpty, message.count < words.count else { return [Word(text, kind: .code)] }
        return message.map { Word(String($0)) }
    }

    // MARK: Shapes

    /// Whether it begins with the name of an error, as in a stack trace: `TypeError: …`,
    /// `java.lang.NullPointerException: …`.
    private static func startsWithErrorName(_ text: String) -> Bool {
        let name = text.utf8.prefix { $0.isASCIILetter || $0.isASCIIDigit || "._$\\".utf8.contains($0) }
        guard name.endIndex == text.endIndex || text.utf8[name.endIndex] == UInt8(ascii: ":") else { return false }
        return Substring(name).hasSuffix("Error") || Substring(name).hasSuffix("Exception")
    }

    /// Whether it begins with a date or a time of day, possibly in brackets.
    private static func startsWithTime(_ text: Substring.UTF8View) -> Bool {
        let start = text.drop { "[(".utf8.contains($0) }
        guard start.first?.isASCIIDigit == true else { return false }
        let shape = start.prefix(8).map { $0.isASCIIDigit ? UInt8(ascii: "9") : $0 }
        return ["9999-99-", "9999/99/", "99:99:99"].contains { shape.elementsEqual($0.utf8) }
    }

    /// Whether it is a log level such as `ERROR`, possibly with punctuation around it.
    static func isLevel(_ word: some StringProtocol) -> Bool {
        levels.contains(word.trimming { !$0.properties.isAlphabetic })
    }

    /// Whether it begins with a level and a tag, as in Android's log: `E/AndroidRuntime: …`.
    private static func startsWithTag(_ text: String) -> Bool {
        var bytes = text.utf8[...]
        guard let level = bytes.popFirst(), "VDIWEF".utf8.contains(level), bytes.popFirst() == UInt8(ascii: "/") else {
            return false
        }
        let tag = bytes.prefix { $0.isASCIILetter || $0.isASCIIDigit || "._-".utf8.contains($0) }
        return !tag.isEmpty && bytes[tag.endIndex...].first.map { ":( ".utf8.contains($0) } == true
            && bytes[tag.endIndex...].prefix(12).contains(UInt8(ascii: ":"))
    }

    private static func startsWithLevel(_ text: String) -> Bool {
        let level = text.utf8.prefix(9).prefix(while: \.isASCIIUppercase)
        guard level.count > 3, levels.contains(String(Substring(level))) else { return false }
        let rest = text.utf8[level.endIndex...]
        return rest.first == UInt8(ascii: ":") || rest.contains { (0x61...0x7A).contains($0) }
    }

    /// Whether it is a line of a stack trace with a location.
    private static func isFrame(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "a"):
            guard text.hasPrefix("at "), let last = text.utf8.last else { return false }
            return last == UInt8(ascii: ")") && text.holds(":") || last.isASCIIDigit && text.holds(":")
        case UInt8(ascii: "#"): return text.utf8.dropFirst().first?.isASCIIDigit == true && text.holds(" 0x")
        case UInt8(ascii: "."): return text.hasPrefix("... ") && text.hasSuffix(" more")
        case UInt8(ascii: "^"): return text.utf8.allSatisfy { "^~ -".utf8.contains($0) }
        default: return false
        }
    }

    /// Whether it begins with a position in a file: `src/main.swift:12:5: …`, `main.ts(3,5): …`.
    private static func startsWithPosition(_ text: String) -> Bool {
        let word = text.utf8.prefix { $0 != UInt8(ascii: " ") }
        guard word.contains(UInt8(ascii: ":")), word.endIndex != text.endIndex else { return false }
        let parts = word.split(separator: UInt8(ascii: ":"))
        if parts.count >= 3 { return parts[1...2].allSatisfy { $0.allSatisfy(\.isASCIIDigit) } }
        return Substring(word).hasSuffix("):") && word.contains(UInt8(ascii: ",")) && word.contains(UInt8(ascii: "."))
    }
}
