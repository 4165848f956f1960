/// Classifies a single line by its text and the kind of the line directly above.
enum LineClassifier {
    static func block(for line: Line, after previous: Block.Kind?) -> Block {
        let text = line.text
        if text.utf8.first == UInt8(ascii: ">") || MailMarks.isAttribution(text) {
            return Block(kind: .quotation, text: withoutQuoteMarks(text))
        }
        if let heading = heading(text) ?? boldHeading(text) ?? SectionTag.heading(text).map({ ($0, Block.tagLevel) }) {
            return Block(kind: .heading, text: heading.0, level: heading.1)
        }
        if isTable(text) || isLinkReference(text) { return Block(kind: .aside, text: text) }
        if ProgramOutput.isOutput(text) { return block(.output, line) }
        if previous == .output && !text.hasSpace { return block(.output, line) }
        if let previous, previous == .output || previous == .code {
            if line.indentation >= 2 || CodeShape.isDiff(text) { return block(previous, line) }
            if previous == .code, CodeShape.isQueryLine(text) { return block(.code, line) }
        }
        if let item = ListMark.item(text), !isEnumeration(text) {
            return block(item.isCheckbox ? .checkbox : .item, line, item.text)
        }
        if let labelled = SectionTag.labelled(text) { return block(.paragraph, line, labelled) }
        return block(CodeShape.isCode(line) ? .code : .paragraph, line)
    }

    private static func block(_ kind: Block.Kind, _ line: Line, _ text: String? = nil) -> Block {
        Block(kind: kind, text: text ?? line.text, indentation: line.indentation)
    }

    /// Whether it is a row of a table, or the border of a table drawn with characters.
    private static func isTable(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "|"): true
        case UInt8(ascii: "+"): text.utf8.count > 3 && text.utf8.allSatisfy { "+-=| ".utf8.contains($0) }
        default: text.unicodeScalars.first.map { (0x2500...0x257F).contains($0.value) } ?? false
        }
    }

    /// Whether it is a link reference definition such as `[log]: https://…`.
    private static func isLinkReference(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "["), let close = text.firstPlace(of: "]: ") else { return false }
        let address = text[close.upperBound...]
        return LinkLabel.isLink(address.utf8) && !address.utf8.contains(UInt8(ascii: " "))
    }

    /// Whether it is a list on one line such as "1. this 2. that", which `Sentences` splits.
    private static func isEnumeration(_ text: String) -> Bool {
        text.hasPrefix("1. ") && text.holds(" 2. ") || text.hasPrefix("1) ") && text.holds(" 2) ")
            || text.hasPrefix("(1) ") && text.holds(" (2) ")
    }

    private static func withoutQuoteMarks(_ text: String) -> String {
        String(text.drop { $0 == ">" || $0 == " " })
    }

    private static let boldLevel = 7

    /// A line all in bold, which many issue templates use as a heading.
    private static func boldHeading(_ text: String) -> (String, Int)? {
        guard text.utf8.first == UInt8(ascii: "*"), text.hasPrefix("**"), text.utf8.count > 4,
            text.hasSuffix("**") || text.hasSuffix("**:")
        else { return nil }
        let inner = text.dropFirst(2).dropLast(text.hasSuffix(":") ? 3 : 2)
        return inner.holds("**") ? nil : (String(inner), boldLevel)
    }

    private static func heading(_ text: String) -> (String, Int)? {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        let marks = text.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), text[marks.endIndex...].first == " " else { return nil }
        var title = text[marks.endIndex...].dropFirst()
        while let last = title.last, last == "#" || last == " " { title.removeLast() }
        return title.isEmpty ? nil : (String(title), marks.count)
    }
}

extension String {
    /// `===` or `---`, which make the line above a heading.
    var isUnderline: Bool {
        guard let first, first == "=" || first == "-", utf8.count >= 3 else { return false }
        return allSatisfy { $0 == first }
    }

    /// `---`, `***`, `====`, and the horizontal rules of other tools.
    var isRule: Bool {
        guard utf8.count >= 3, let first = unicodeScalars.first, "-*_=─━~".unicodeScalars.contains(first) else {
            return false
        }
        return unicodeScalars.count > 2 && unicodeScalars.allSatisfy { $0 == first || $0 == " " }
    }
}
