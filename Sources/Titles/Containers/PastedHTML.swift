/// Extracts the text of pasted HTML, with a line for each block. HTML that the message is about, such as code, stays as
/// it is.
enum PastedHTML {
    /// Tags that end a line of text.
    private static let blocks: Set<Substring> = [
        "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
        "section", "article", "hr", "dd", "dt", "body", "html", "head", "header", "footer", "title", "tbody", "thead",
    ]
    private static let dropped: Set<Substring> = ["script", "style"]

    /// The lines of a text that begins with a block tag and ends with a tag; `nil` if there are no phrases between the
    /// tags, or if there is a brace, as in code.
    static func lines(_ text: String) -> [String]? {
        guard text.utf8.first == UInt8(ascii: "<"), text.utf8.last == UInt8(ascii: ">"),
            let first = tag(text[...]), blocks.contains(first.name) || dropped.contains(first.name)
        else { return nil }
        var lines: [String] = []
        var line = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            line += rest[..<open]
            rest = rest[open...]
            guard let tag = tag(rest) else {
                line.append("<")
                rest = rest.dropFirst()
                continue
            }
            let after = rest[tag.end...]
            if dropped.contains(tag.name), !tag.isClosing {
                rest =
                    after.firstPlace(of: "</\(tag.name)").map { after[$0.upperBound...].drop { $0 != ">" }.dropFirst() }
                    ?? ""
            } else if blocks.contains(tag.name) {
                lines.append(line)
                line = ""
                rest = after
            } else {
                line += rest[..<tag.end]
                rest = after
            }
        }
        lines = (lines + [line + rest]).map { $0.trimming { $0 == " " } }.filter { !$0.isEmpty }
        return lines.contains(where: \.hasSpace) && !lines.contains { $0.has(UInt8(ascii: "{")) } ? lines : nil
    }

    private static func tag(_ text: Substring) -> (name: Substring, isClosing: Bool, end: Substring.Index)? {
        var rest = text.dropFirst()
        let isClosing = rest.utf8.first == UInt8(ascii: "/")
        if isClosing { rest = rest.dropFirst() }
        let name = Substring(rest.utf8.prefix { $0.isASCIILetter || $0.isASCIIDigit })
        guard let first = name.utf8.first, first.isASCIILetter,
            let close = rest.utf8.prefix(300).firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return (Substring(name.lowercased()), isClosing, rest.utf8.index(after: close))
    }

    /// Whether the bytes begin with a block tag, which ends a line of text.
    static func isBlockTag(_ bytes: ArraySlice<UInt8>) -> Bool {
        let rest = bytes.dropFirst().drop { $0 == UInt8(ascii: "/") }
        let name = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit }
        return blocks.contains(Substring(String(decoding: name, as: UTF8.self).lowercased()))
    }

    // MARK: Characters

    private static let entities: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "pound": "£",
        "copy": "©",
        "hellip": "…", "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
        "rsquo": "’", "times": "×", "rarr": "→", "larr": "←", "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß",
        "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "middot": "·", "bull": "•",
        "deg": "°",
    ]
    private static let longestEntity = 8

    /// The text with character references such as `&amp;` decoded.
    static func withEntitiesDecoded(_ text: String) -> String {
        guard text.has(UInt8(ascii: "&")), text.has(UInt8(ascii: ";")) else { return text }
        var decoded = ""
        var rest = text[...]
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<start]
            rest = rest[start...].dropFirst()
            let name = rest.utf8.prefix(longestEntity + 1)
            guard let end = name.firstIndex(of: UInt8(ascii: ";")), let text = character(rest[..<end]) else {
                decoded.append("&")
                continue
            }
            decoded += text
            rest = rest[rest.utf8.index(after: end)...]
        }
        return decoded + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.utf8.first == UInt8(ascii: "#") else { return entities[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.utf8.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = value.flatMap(Unicode.Scalar.init), scalar.value > 0x20,
            scalar.properties.generalCategory != .control,
            scalar.properties.generalCategory != .format
        else { return value == 0x20 || value == 0xA0 ? " " : nil }
        return String(scalar)
    }
}
