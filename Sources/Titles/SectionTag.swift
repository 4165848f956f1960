/// Tags around the sections of a prompt, read as headings.
enum SectionTag {
    /// The names of HTML elements, whose tags are code.
    private static let elements: Set<Substring> = [
        "a", "abbr", "article", "aside", "b", "body", "br", "button", "canvas", "center", "code", "dd", "details",
        "dialog",
        "div", "dl", "dt", "em", "footer", "form", "head", "header", "hr", "html", "i", "iframe", "img", "input", "kbd",
        "label", "li", "link", "main", "meta", "nav", "ol", "option", "p", "path", "pre", "script", "section", "select",
        "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "th",
        "thead", "tr", "ul", "video",
    ]

    /// The name in a line that is only `<task>`; empty for `</task>`, which ends the section.
    static func heading(_ text: String) -> String? {
        guard text.first == "<", text.last == ">", let tag = tag(text[...])
        else { return nil }
        guard tag.end == text.endIndex, !elements.contains(tag.name) else { return nil }
        return tag.isClosing ? "" : String(tag.name.map { $0 == "_" || $0 == "-" ? " " : $0 })
    }

    /// Converts `<context>…</context>` on one line to `context: …`, if the name is that of a section.
    static func labelled(_ text: String) -> String? {
        guard text.first == "<", let tag = tag(text[...]), !tag.isClosing, !elements.contains(tag.name),
            SectionLabel.role(of: String(tag.name.map { $0 == "_" || $0 == "-" ? " " : $0 })) != nil
        else { return nil }
        let content = text[tag.end...]
        guard content.hasSuffix("</\(tag.name)>") else { return nil }
        return
            "\(tag.name.map { $0 == "_" || $0 == "-" ? " " : $0 }.reduce(into: "") { $0.append($1) }): \(content.dropLast(tag.name.count + 3))"
    }

    private static func tag(_ text: Substring) -> (name: Substring, isClosing: Bool, end: Substring.Index)? {
        var rest = text.dropFirst()
        let isClosing = rest.first == "/"
        if isClosing { rest.removeFirst() }
        let name = rest.prefix { $0.isASCII && ($0.isLowercase || $0 == "_" || $0 == "-") }
        guard !name.isEmpty, let close = rest[name.endIndex...].firstIndex(of: ">") else { return nil }
        let attributes = rest[name.endIndex..<close]
        guard attributes.isEmpty || attributes.first == " " else { return nil }
        return (name, isClosing, rest.index(after: close))
    }
}
