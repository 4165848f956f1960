/// HTML restricted to a list of elements and attributes. cmark writes no others; if it ever does, they are shown as
/// text.
struct AllowedHTML {
    private(set) var text = ""

    /// Elements that are allowed without attributes.
    private static let bare: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li",
        "thead", "tbody", "tr", "th", "td", "hr /", "br /",
    ]

    /// - Parameter html: cmark's output: all text escaped, attributes in double quotes, `>` only at the end of tags.
    init(holding html: String) {
        // Compares bytes: a `<` or `>` followed by a combining character is a different `Character`.
        var rest = html.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            append(rest[..<start])
            rest = rest[start...].dropFirst()
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")), let tag = Self.allowed(String(rest[..<end]) ?? "")
            else {
                text += "&lt;"
                continue
            }
            rest = rest[end...].dropFirst()
            // A column without a name is common in Markdown, but an empty header cell has no meaning for screen readers.
            if tag.utf8.starts(with: "<th".utf8), rest.starts(with: "</th>".utf8) {
                rest = rest.dropFirst("</th>".utf8.count)
                text += "<td\(tag.dropFirst("<th".count))</td>"
            } else {
                text += tag
            }
        }
        append(rest)
    }

    private mutating func append(_ bytes: Substring.UTF8View) {
        text += Substring(bytes)
    }

    /// The tag to write; `nil` if it isn't allowed.
    private static func allowed(_ tag: String) -> String? {
        guard tag.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        if bare.contains(tag) { return "<\(tag)>" }
        switch tag {
        case "table": return #"<div class="wide" role="group" aria-label="Table" tabindex="0"><table>"#
        case "/table": return "</table></div>"
        case "/a": return "</a>"
        case #"input type="checkbox" disabled="" /"#: return "☐"
        case #"input type="checkbox" checked="" disabled="" /"#: return "☑"
        default: break
        }
        if tag.hasPrefix("/") { return bare.contains(String(tag.dropFirst())) ? "<\(tag)>" : nil }
        if let match = tag.wholeMatch(of: /ol start="([0-9]{1,9})"/) { return #"<ol start="\#(match.1)">"# }
        if let match = tag.wholeMatch(of: /(t[hd]) align="(left|center|right)"/) {
            return #"<\#(match.1) class="\#(match.2)">"#
        }
        if let match = tag.wholeMatch(of: /a href="((?:https?:\/\/|mailto:)[^"<>\s]+)"/.ignoresCase()) {
            return #"<a href="\#(match.1)" rel="noopener noreferrer nofollow">"#
        }
        return nil
    }
}
