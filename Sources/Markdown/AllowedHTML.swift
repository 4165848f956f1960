/// HTML held to a list of elements and attributes. cmark writes no others; should it ever, they are shown as text.
struct AllowedHTML {
    private(set) var text = ""

    /// Elements that stand as they are, without attributes.
    private static let bare: Set<Substring> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li",
        "thead", "tbody", "tr", "th", "td", "hr /", "br /",
    ]

    /// - Parameter html: as cmark writes it: all text escaped, attributes in double quotes, `>` nowhere but at tags' ends.
    init(holding html: String) {
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            text += rest[..<start]
            rest = rest[start...].dropFirst()
            if let end = rest.firstIndex(of: ">"), let tag = Self.allowed(rest[..<end]) {
                text += tag
                rest = rest[end...].dropFirst()
            } else {
                text += "&lt;"
            }
        }
        text += rest
        // A column without a name is common in Markdown, and a header cell without a text means nothing.
        text.replace(/<th( class="[a-z]+")?><\/th>/) { "<td\($0.1 ?? "")></td>" }
    }

    /// The tag as the page has it; `nil` when it isn't allowed.
    private static func allowed(_ tag: Substring) -> String? {
        if bare.contains(tag) { return "<\(tag)>" }
        switch tag {
        case "table": return #"<div class="wide" role="group" aria-label="Table" tabindex="0"><table>"#
        case "/table": return "</table></div>"
        case "/a": return "</a>"
        case #"input type="checkbox" disabled="" /"#: return "☐"
        case #"input type="checkbox" checked="" disabled="" /"#: return "☑"
        default: break
        }
        if tag.hasPrefix("/") { return bare.contains(tag.dropFirst()) ? "<\(tag)>" : nil }
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
