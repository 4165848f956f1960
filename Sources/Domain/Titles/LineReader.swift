/// Says what a single line is, from its own look and the kind of the line right above it.
enum LineReader {
    static func block(for line: Line, after previous: Block.Kind?) -> Block {
        if line.text.first == ">" || MailMarks.isAttribution(line.text) {
            return Block(kind: .quotation, text: withoutQuoteMarks(line.text))
        }
        if let heading = heading(line.text) ?? boldHeading(line.text) ?? SectionTag.heading(line.text) {
            return Block(kind: .heading, text: heading)
        }
        if line.text.first == "|" { return Block(kind: .aside, text: line.text) }
        if ProgramOutput.isOutput(line.text) { return block(.output, line) }
        if previous == .output && !line.text.hasSpace { return block(.output, line) }
        if line.indentation >= 2 || CodeShape.isDiff(line.text), let previous, previous == .output || previous == .code
        {
            return block(previous, line)
        }
        if let item = ListMark.item(line.text), !isEnumeration(line.text) {
            return block(item.isCheckbox ? .checkbox : .item, line, item.text)
        }
        if let labelled = SectionTag.labelled(line.text) { return block(.paragraph, line, labelled) }
        return block(CodeShape.isCode(line.text) ? .code : .paragraph, line)
    }

    private static func block(_ kind: Block.Kind, _ line: Line, _ text: String? = nil) -> Block {
        Block(kind: kind, text: text ?? line.text, indentation: line.indentation)
    }

    /// "1. this 2. that" on one line is left to `Sentences`.
    private static func isEnumeration(_ text: String) -> Bool {
        text.hasPrefix("1. ") && text.holds(" 2. ") || text.hasPrefix("1) ") && text.holds(" 2) ")
            || text.hasPrefix("(1) ") && text.holds(" (2) ")
    }

    private static func withoutQuoteMarks(_ text: String) -> String {
        String(text.drop { $0 == ">" || $0 == " " })
    }

    /// A line all in bold is a heading in many an issue template.
    private static func boldHeading(_ text: String) -> String? {
        guard text.hasPrefix("**"), text.utf8.count > 4, text.hasSuffix("**") || text.hasSuffix("**:") else {
            return nil
        }
        let inner = text.dropFirst(2).dropLast(text.hasSuffix(":") ? 3 : 2)
        return inner.holds("**") ? nil : String(inner)
    }

    private static func heading(_ text: String) -> String? {
        let marks = text.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), text[marks.endIndex...].first == " " else { return nil }
        var title = text[marks.endIndex...].dropFirst()
        while let last = title.last, last == "#" || last == " " { title.removeLast() }
        return title.isEmpty ? nil : String(title)
    }
}

extension String {
    /// `===` or `---` under a line makes a heading of it.
    var isUnderline: Bool {
        guard let first, first == "=" || first == "-", utf8.count >= 3 else { return false }
        return allSatisfy { $0 == first }
    }

    /// `---`, `***`, `====`, and the rules of other tools.
    var isRule: Bool {
        guard utf8.count >= 3, let first = unicodeScalars.first, "-*_=─━~".unicodeScalars.contains(first) else {
            return false
        }
        return unicodeScalars.count > 2 && unicodeScalars.allSatisfy { $0 == first || $0 == " " }
    }
}
