enum Backticks {
    case kept, dropped
}

extension Sequence<Word> {
    /// The words on one line.
    func line(backticks: Backticks) -> String {
        var line = ""
        line.reserveCapacity(underestimatedCount * 7)
        for word in self {
            if !line.isEmpty && !word.isGlued { line += " " }
            line += word.kind == .code && backticks == .dropped ? word.text.filter { $0 != "`" } : word.text
        }
        return line.hasPrefix(" ") || line.hasSuffix(" ") ? line.trimming { $0 == " " } : line
    }
}
