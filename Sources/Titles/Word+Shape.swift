extension Word {
    var startsUppercase: Bool {
        text.unicodeScalars.first { !$0.isOuterPunctuation }?.properties.isUppercase ?? false
    }

    var startsLowercase: Bool {
        if firstByte < 0x80 { return (0x61...0x7A).contains(firstByte) }
        return text.unicodeScalars.first?.properties.isLowercase ?? false
    }

    /// Whether its first and last bytes are ASCII; then nearly always all of it is.
    var isASCII: Bool { firstByte < 0x80 && lastByte < 0x80 }

    /// Whether it ends with punctuation at which a speaker pauses.
    var endsWithPause: Bool {
        if lastByte.isASCIILetter { return false }
        return text.endsWith(anyOf: ",.:;!?-–—，！。،؛、")
    }

    var isUnspaced: Bool {
        firstByte >= 0xE0 && text.first?.isWrittenWithoutSpaces == true
    }

    /// Whether it is a name such as a path, flag, identifier or version, whose case must not change.
    var isCodeName: Bool {
        guard kind == .plain else { return true }
        guard let first = text.utf8.first else { return false }
        if first.isASCIILetter || first == UInt8(ascii: "(") {
            return hasInnerMark || hasInnerCapital || Self.commandNames.contains(key) || key.hasPrefix("x-")
                || text.utf8.last == UInt8(ascii: ":") && Self.commitTypes.contains(text)
        }
        return "-/@#$~._:<{['\"".utf8.contains(first)
    }

    private var hasInnerMark: Bool {
        var bytes = text.utf8[...]
        while let last = bytes.last, last.standsAround { bytes.removeLast() }
        while let first = bytes.first, first.standsAround { bytes.removeFirst() }
        return bytes.contains(where: \.isCodeMark)
    }

    private var hasInnerCapital: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
    }

    /// The types of conventional commits, whose case must not change.
    static let commitTypes: Set<String> = [
        "feat:", "fix:", "docs:", "style:", "refactor:", "perf:", "test:", "build:", "ci:", "chore:", "revert:",
        "feat!:", "fix!:", "refactor!:",
    ]

    /// Commands that are always written in lower case, even at the start of a sentence.
    private static let commandNames: Set<String> = [
        "npm", "npx", "pnpm", "git", "curl", "wget", "pip", "uv", "kubectl", "eslint", "tsc", "nginx", "ssh", "sudo",
        "grep", "sed", "awk", "jq", "psql", "ffmpeg", "systemd", "tmux", "rsync", "cron", "pytest", "mypy", "gcc",
    ]
}

extension UInt8 {
    fileprivate var standsAround: Bool {
        switch Unicode.Scalar(self) {
        case ".", ",", ";", ":", "!", "?", "(", ")", "\"", "'", "*": true
        default: false
        }
    }

    fileprivate var isCodeMark: Bool {
        switch Unicode.Scalar(self) {
        case "_", ".", "/", "\\", ":", "(", ")", "=", "@", "<", ">", "{", "}", "[", "]", "0"..."9": true
        default: false
        }
    }
}
