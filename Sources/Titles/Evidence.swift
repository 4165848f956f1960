/// Titles from pasted content, for a message whose text says nothing.
struct Evidence {
    private(set) var link: [Word]?
    /// The title in pasted data.
    private(set) var named: [Word]?
    private(set) var errorLine: [Word]?
    private(set) var outputLine: [Word]?
    private(set) var codeLine: [Word]?
    private(set) var anyText: String?

    mutating func note(_ text: String) {
        if anyText == nil { anyText = text }
    }

    /// Notes a row of a table; the first row can be all there is to show.
    mutating func note(row: String) {
        let cells = row.split { $0 == "|" }.map { $0.trimming { $0 == " " } }.filter { !$0.isEmpty }
        if anyText == nil, cells.contains(where: { $0.contains(where: \.isLetter) }) {
            anyText = cells.joined(separator: " | ")
        }
    }

    mutating func note(_ words: ArraySlice<Word>) {
        guard link == nil, let word = words.first(where: { $0.kind == .link }) else { return }
        link = [Word(word.text.trimming { $0.isOuterPunctuation }, kind: .link)]
    }

    mutating func note(_ block: Block) {
        if named == nil, let title = JSONTitle.title(in: block.text) {
            named = Title.withoutClosing(InlineMarkdown.words(of: title))
        }
        if errorLine == nil, ProgramOutput.namesError(block.text) { errorLine = ProgramOutput.message(of: block.text) }
        if block.kind == .output {
            if outputLine == nil { outputLine = ProgramOutput.message(of: block.text) }
        } else if codeLine == nil {
            codeLine = CodeLabel.label(for: block.text).map { [Word($0, kind: .code)] }
        }
        if anyText == nil { anyText = block.text }
    }
}
