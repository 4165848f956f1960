/// A word of a message as it is to be shown, and what it is compared by.
struct Word: Equatable {
    enum Kind {
        case plain
        /// Holds a code span, whose backticks are kept until the line is put together.
        case code
        case link
    }

    let text: String
    /// The text in lower case without outer punctuation, and with a straight apostrophe.
    let key: String
    let kind: Kind
    /// Follows the word before it without a space, as sentences do in Chinese and Japanese.
    let isGlued: Bool

    init(_ text: String, kind: Kind = .plain, isGlued: Bool = false) {
        self.text = text
        self.kind = kind
        self.isGlued = isGlued
        key = kind == .plain ? Self.key(of: text) : text
    }

    func replacingText(with text: String) -> Word {
        Word(text, kind: kind, isGlued: isGlued)
    }

    private static func key(of text: String) -> String {
        let core = text.trimming { $0.isOuterPunctuation }.lowercased()
        guard core.unicodeScalars.contains("’") else { return core }
        return String(String.UnicodeScalarView(core.unicodeScalars.map { $0 == "’" ? "'" : $0 }))
    }
}

extension Word {
    var startsUppercase: Bool {
        text.unicodeScalars.first { !$0.isOuterPunctuation }?.properties.isUppercase ?? false
    }

    var startsLowercase: Bool {
        text.unicodeScalars.first?.properties.isLowercase ?? false
    }

    /// Names that stand for themselves: paths, flags, identifiers, versions and the like are never re-cased.
    var isCodeName: Bool {
        guard kind == .plain else { return true }
        guard let first = text.utf8.first else { return false }
        if first.isASCIILetter || first == UInt8(ascii: "(") {
            return Self.commandNames.contains(key) || Self.commitTypes.contains(text) || key.hasPrefix("x-")
                || hasInnerMark || hasInnerCapital
        }
        return "-/@#$~._:<{['\"".utf8.contains(first)
    }

    private var hasInnerMark: Bool {
        let inner = text.trimming { ".,;:!?()\"'*".unicodeScalars.contains($0) }
        return inner.utf8.contains { "_./\\:()=@<>{}[]0123456789".utf8.contains($0) }
    }

    private var hasInnerCapital: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
    }

    /// The start of a conventional commit, which is kept as written.
    private static let commitTypes: Set<String> = [
        "feat:", "fix:", "docs:", "style:", "refactor:", "perf:", "test:", "build:", "ci:", "chore:", "revert:",
        "feat!:",
        "fix!:", "refactor!:",
    ]

    /// Commands that everybody writes in lower case, even at the start of a sentence.
    private static let commandNames: Set<String> = [
        "npm", "npx", "pnpm", "git", "curl", "wget", "pip", "uv", "kubectl", "eslint", "tsc", "nginx", "ssh", "sudo",
        "grep", "sed", "awk", "jq", "psql", "ffmpeg", "systemd", "tmux", "rsync", "cron", "pytest", "mypy", "gcc",
    ]
}
