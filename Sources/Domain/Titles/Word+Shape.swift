extension Word {
    var startsUppercase: Bool {
        text.unicodeScalars.first { !$0.isOuterPunctuation }?.properties.isUppercase ?? false
    }

    var startsLowercase: Bool {
        guard let first = text.utf8.first else { return false }
        if first < 0x80 { return (0x61...0x7A).contains(first) }
        return text.unicodeScalars.first?.properties.isLowercase ?? false
    }

    /// Whether somebody who speaks would pause here.
    var endsWithPause: Bool {
        text.endsWith(anyOf: ",.:;!?-–—，！。،؛、")
    }

    var isUnspaced: Bool {
        guard let first = text.utf8.first, first >= 0xE0 else { return false }
        return text.first?.isWrittenWithoutSpaces == true
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
    static let commitTypes: Set<String> = [
        "feat:", "fix:", "docs:", "style:", "refactor:", "perf:", "test:", "build:", "ci:", "chore:", "revert:",
        "feat!:", "fix!:", "refactor!:",
    ]

    /// Commands that everybody writes in lower case, even at the start of a sentence.
    private static let commandNames: Set<String> = [
        "npm", "npx", "pnpm", "git", "curl", "wget", "pip", "uv", "kubectl", "eslint", "tsc", "nginx", "ssh", "sudo",
        "grep", "sed", "awk", "jq", "psql", "ffmpeg", "systemd", "tmux", "rsync", "cron", "pytest", "mypy", "gcc",
    ]
}
