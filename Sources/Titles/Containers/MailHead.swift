/// The headers of a mail or a ticket, in any of the languages: lines such as `Subject: …`, `От: …`, `件名：…`.
enum MailHead {
    enum Field {
        case subject(String)
        case other
    }

    private static let longestName = 20

    static func field(_ line: Line) -> Field? {
        line.marks.isDisjoint(with: [.colon, .beyondASCII]) ? nil : field(line.text)
    }

    static func field(_ line: String) -> Field? {
        let bytes = line.utf8
        guard let colon = bytes.prefix(60).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }) else {
            return nil
        }
        var rest = line[colon...]
        guard let mark = rest.first, mark == ":" || mark == "：" else { return nil }
        rest = rest.dropFirst()
        let name = line[..<colon].trimmingEnd { $0 == " " || $0 == "*" }
        guard !name.isEmpty, name.count <= longestName else { return nil }
        let words = name.split(separator: " ").map { Word(String($0)) }
        if words[...].isPhrase(.subjectHeader) { return .subject(withoutPrefixes(rest)) }
        return words[...].isPhrase(.otherHeader) ? .other : nil
    }

    /// The subject without prefixes such as "Re:", "AW:" and "转发：", however many there are.
    private static func withoutPrefixes(_ subject: Substring) -> String {
        var rest = subject.drop { $0 == " " || $0 == "*" }
        while let colon = rest.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }) {
            let words = rest[..<colon].split(separator: " ").map { Word(String($0)) }
            guard words[...].isPhrase(.mailPrefix) else { break }
            rest = rest[rest.index(after: colon)...].drop { $0 == " " }
        }
        return String(rest)
    }
}
