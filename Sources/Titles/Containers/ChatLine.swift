/// Parses lines copied from a chat, which begin with names and times.
enum ChatLine {
    /// The text without name and time: `[10:32] Anna: hi`, `02.03.26, 10:32 - Anna: hi`, `10:32 <ravi> hi`.
    static func text(_ line: String) -> Substring? {
        guard let first = line.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "[") else { return nil }
        var rest = line[...]
        guard let time = timeEnd(rest) else { return nil }
        rest = rest[time...].drop { " -–—]".contains($0) }
        if let said = afterNick(rest) { return said }
        guard let colon = rest.prefix(40).firstIndex(of: ":"), isName(rest[..<colon]) else { return nil }
        let said = rest[rest.index(after: colon)...]
        guard said.first == " " || said.isEmpty else { return nil }
        return said.drop { $0 == " " }
    }

    /// The text of `<ravi> hi`. It could also be an HTML tag: the caller checks that there are several such lines.
    static func afterNick(_ line: Substring) -> Substring? {
        guard line.utf8.first == UInt8(ascii: "<"), let close = line.prefix(26).firstIndex(of: ">") else { return nil }
        let nick = line[line.index(after: line.startIndex)..<close].drop { "@+%~&".contains($0) }
        let said = line[line.index(after: close)...]
        guard !nick.isEmpty, said.first == " ", nick.allSatisfy({ $0.isLetter || $0.isNumber || "-_.|".contains($0) }),
            !said.holds("</")
        else { return nil }
        return said.drop { $0 == " " }
    }

    /// Whether it is a line such as `Priya 4:07 PM`, above the text of the message.
    static func isSpeaker(_ line: String) -> Bool {
        var words = line.split(separator: " ")[...]
        guard (2...7).contains(words.count), line.utf8.count <= 60 else { return false }
        if let last = words.last, ["AM", "PM", "am", "pm", "a.m.", "p.m."].contains(last) { words.removeLast() }
        guard let time = words.last?.trimming({ "[]()".unicodeScalars.contains($0) }), isClock(time[...]) else {
            return false
        }
        words.removeLast()
        while let last = words.last,
            ["—", "-", "–", "·", "|", "at", "Today", "Yesterday", "APP", "um", "à"].contains(last) || isDate(last)
        {
            words.removeLast()
        }
        return (1...3).contains(words.count) && isName(Substring(words.joined(separator: " ")))
    }

    /// The name in `Anna: hi`; `nil` for labels and mail headers. It is a chat only if the same name occurs again.
    static func name(_ line: String) -> Substring? {
        guard let colon = line.utf8.prefix(30).firstIndex(of: UInt8(ascii: ":")), line[colon...].hasPrefix(": ") else {
            return nil
        }
        let name = line[..<colon]
        guard name.first?.isUppercase == true, isName(name), MailHead.field(line) == nil,
            SectionLabel.role(of: String(name)) == nil
        else { return nil }
        return name
    }

    // MARK: Parts

    /// The index after `[10:32]`, `10:32`, `[02.03.26, 10:32:11]` or `2026-03-02 10:32`.
    private static func timeEnd(_ line: Substring) -> Substring.Index? {
        var rest = line
        let isBracketed = rest.first == "["
        if isBracketed { rest = rest.dropFirst() }
        var hasClock = false
        while let first = rest.utf8.first, first.isASCIIDigit {
            let word = rest.prefix { $0 != " " && $0 != "]" && $0 != "," }
            if isClock(word) { hasClock = true } else if !isDate(word) { return nil }
            rest = rest[word.endIndex...].drop { $0 == "," || $0 == " " }
        }
        if ["AM", "PM", "am", "pm"].contains(rest.prefix(2)) { rest = rest.dropFirst(2) }
        guard hasClock, !isBracketed || rest.first == "]" else { return nil }
        return rest.startIndex
    }

    private static func isClock(_ word: Substring) -> Bool {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIIDigit) }
    }

    private static func isDate(_ word: Substring) -> Bool {
        let parts = word.split { $0 == "." || $0 == "/" || $0 == "-" }
        return parts.count >= 2 && parts.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) && $0.utf8.count <= 4 }
    }

    /// Whether it is one to three words that begin with capitals, or any single word; a log level is not a name.
    private static func isName(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        guard (1...3).contains(words.count), text.utf8.count <= 40 else { return false }
        let areLetters = words.allSatisfy { word in
            word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.isGraphemeExtend || "-'’._@".unicodeScalars.contains($0)
                    || ("0"..."9").contains($0)
            }
                && word.unicodeScalars.first?.properties.isAlphabetic ?? false || word.hasPrefix("@")
        }
        guard areLetters, !words.contains(where: { ProgramOutput.isLevel($0) || $0.hasSuffix(".") && words.count == 1 })
        else { return false }
        if words.count == 1, let word = words.first { return !word.contains(".") }
        return words.allSatisfy { $0.first.map { !$0.isLowercase } ?? false }
    }
}
