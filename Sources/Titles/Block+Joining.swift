extension Block {
    /// Whether the next line continues this paragraph, as wrapped text does. Otherwise it is a new thought, from a
    /// person who ends sentences with Return instead of a full stop.
    func isContinued(by next: Block) -> Bool {
        guard !next.isAfterBlank, next.kind == .paragraph || next.kind == kind, !text.endsThought else { return false }
        guard !LinkLabel.isLink(next.text.utf8) else { return false }
        switch kind {
        case .quotation, .paragraph: return text.isUnfinished || next.text.goesOn(after: text)
        case .item: return next.indentation >= 2 && next.kind == .paragraph
        default: return false
        }
    }
}

extension String {
    private static let wrappedLength = 50

    fileprivate var endsThought: Bool {
        endsWith(anyOf: ".!?:。！？：؟।…")
    }

    /// Whether it ends with a comma or a word that needs another word after it.
    fileprivate var isUnfinished: Bool {
        if endsWith(anyOf: ",，、") { return true }
        let lastWord = utf8.suffix(16).split(separator: UInt8(ascii: " ")).last.map(Array.init) ?? []
        return Word(String(decoding: lastWord, as: UTF8.self)).is(.needsNext)
    }

    /// Whether the line begins in lower case or the like, and the line above was long enough to be wrapped, or one of
    /// the two is a single word.
    fileprivate func goesOn(after line: String) -> Bool {
        guard let first = unicodeScalars.first,
            first.properties.isLowercase || "0123456789([\"'`".unicodeScalars.contains(first)
        else { return false }
        return line.utf8.count >= Self.wrappedLength || !line.hasSpace || !hasSpace
    }
}

extension String {
    var hasSpace: Bool { has(UInt8(ascii: " ")) }
}
