/// The mark at the start of a list item: `-`, `*`, `•`, `1.`, `2)`, `(3)`, `a)`, with or without a checkbox.
enum ListMark {
    static func item(_ text: String) -> (text: String, isCheckbox: Bool)? {
        guard let rest = textAfterMark(text) else { return nil }
        guard let box = ["[ ]", "[x]", "[X]"].first(where: rest.hasPrefix) else {
            return rest.isEmpty ? nil : (String(rest), false)
        }
        return (String(rest.dropFirst(box.count).drop { $0 == " " }), true)
    }

    private static func textAfterMark(_ text: String) -> Substring? {
        guard let first = text.unicodeScalars.first else { return nil }
        if "-*+–".unicodeScalars.contains(first) { return textAfterSpace(text.dropFirst()) }
        if let letter = text.utf8.first, letter.isASCIILetter {
            return text.dropFirst().hasPrefix(") ") ? text.dropFirst(3) : nil
        }
        if first.isASCII && !"0123456789(".unicodeScalars.contains(first) { return nil }
        if "•◦▪‣·●○☐☑".unicodeScalars.contains(first) { return text.dropFirst().drop { $0 == " " } }
        return textAfterNumber(text)
    }

    private static func textAfterNumber(_ text: String) -> Substring? {
        let scalars = text.unicodeScalars.drop { $0 == "(" }
        let number = scalars.prefix(4).prefix { ("0"..."9").contains($0) }
        let rest = scalars[number.endIndex...]
        guard (1...3).contains(number.count), let close = rest.first else { return nil }
        let after = Substring(rest.dropFirst())
        switch close {
        case ".", ")": return textAfterSpace(after)
        case "、", "．": return after
        default: return nil
        }
    }

    private static func textAfterSpace(_ rest: Substring) -> Substring? {
        rest.first == " " ? rest.dropFirst() : nil
    }
}
