/// The lines of a message without the additions of the program or chat that it was pasted from.
///
/// - The headers of a mail or ticket become its subject.
/// - Lines of a chat lose their names and times.
/// - A line of HTML becomes a line for each of its blocks.
/// - A slash command in tags becomes what was typed.
/// - Placeholders of images and pasted texts are removed.
struct ContainerReader: IteratorProtocol {
    enum Item {
        case line(Line)
        case subject(String)
    }

    private var lines: CleanLines
    /// The next items, in reverse order.
    private var waiting: [Item] = []
    private var isAtStart = true
    private var chat = Chat.none

    /// A chat format that can be recognized only from several lines.
    private enum Chat {
        case none
        /// `<ravi> hi`
        case nicks
        /// `Priya 4:07 PM`, with the text on the lines below.
        case speakers
        /// `Anna: hi`
        case names
    }

    private let keepsContainers: Bool

    init(of message: String, keepsContainers: Bool) {
        lines = CleanLines(of: CommandTags.typed(message) ?? message)
        self.keepsContainers = keepsContainers
    }

    mutating func next() -> Item? {
        if keepsContainers { return lines.next().map { .line($0) } }
        if let item = waiting.popLast() { return item }
        if isAtStart {
            isAtStart = false
            readStart()
            if let item = waiting.popLast() { return item }
        }
        guard let line = lines.next() else { return nil }
        let items = items(of: line)
        if items.count > 1 { waiting = items.dropFirst().reversed() }
        return items.first
    }

    // MARK: The start

    /// Reads the first lines, which show what was pasted.
    private mutating func readStart() {
        var fields: [Line] = []
        var subject: String?
        var after: Line?
        while after == nil, let line = lines.next() {
            if fields.isEmpty && line.text.isEmpty { continue }
            switch MailHead.field(line) {
            case .subject(let text):
                if subject == nil { subject = text }
                fields.append(line)
            case .other: fields.append(line)
            case nil:
                // A header can continue on the next line, which is then indented.
                if !fields.isEmpty, line.indentation > 0, !line.text.isEmpty { continue }
                after = line
            }
        }
        let isBodyApart = after.map { $0.text.isEmpty } ?? true
        if let subject, !subject.isEmpty, fields.count > 1 || isBodyApart {
            waiting = (after.map(items) ?? []).reversed() + [.subject(subject)]
            return
        }
        if let first = fields.first ?? after, first.marks.contains(.colon) || first.marks.contains(.tag) {
            chat = chat(startingWith: first)
        }
        waiting = (fields + [after].compactMap { $0 }).flatMap { items(of: $0) }.reversed()
    }

    private func chat(startingWith first: Line) -> Chat {
        guard !first.text.isEmpty else { return .none }
        let isNick = ChatLine.afterNick(first.text[...]) != nil
        let name = ChatLine.name(first.text)
        guard isNick || name != nil || ChatLine.isSpeaker(first.text) else { return .none }
        var rest = lines
        let next = (0..<8).compactMap { _ in rest.next() }.map(\.text)
        if isNick { return next.contains { ChatLine.afterNick($0[...]) != nil } ? .nicks : .none }
        if let name { return next.contains { ChatLine.name($0) == name } ? .names : .none }
        return next.first.map { !$0.isEmpty } == true ? .speakers : .none
    }

    // MARK: Lines

    private func items(of line: Line) -> [Item] {
        var line = line
        if line.marks.contains(.bracket), line.text.holds("[Image #") || line.text.holds("[Pasted text #") {
            line = Line(text: withoutMarks(line.text), indentation: line.indentation)
        }
        guard line.marks.contains(.colon) || line.marks.contains(.tag) else { return [.line(line)] }
        if let said = said(line.text) {
            return [.line(Line(text: "", indentation: 0)), .line(Line(text: said, indentation: 0))]
        }
        guard let lines = PastedHTML.lines(line.text) else { return [.line(line)] }
        return lines.flatMap { [.line(Line(text: "", indentation: 0)), .line(Line(text: $0, indentation: 0))] }
    }

    /// The text of a chat line; empty for a line that only names the speaker.
    private func said(_ text: String) -> String? {
        if let said = ChatLine.text(text) { return String(said) }
        switch chat {
        case .none: return nil
        case .nicks: return ChatLine.afterNick(text[...]).map { String($0) }
        case .speakers: return ChatLine.isSpeaker(text) ? "" : nil
        case .names: return ChatLine.name(text).map { String(text.dropFirst($0.count + 1).drop { $0 == " " }) }
        }
    }

    /// The text without placeholders such as `[Image #1]` at its ends.
    private func withoutMarks(_ text: String) -> String {
        var rest = text[...]
        while let mark = Self.mark(startingIn: rest) { rest = rest[mark...].drop { $0 == " " || $0 == "," } }
        while rest.utf8.last == UInt8(ascii: "]"), let open = rest.lastIndex(of: "["),
            Self.mark(startingIn: rest[open...]) != nil
        {
            rest = rest[..<open]
            while rest.utf8.last == UInt8(ascii: " ") { rest.removeLast() }
        }
        return String(rest)
    }

    /// The index after a placeholder at the beginning of the text.
    private static func mark(startingIn text: Substring) -> Substring.Index? {
        guard ["[Image #", "[Pasted text #"].contains(where: { text.utf8.starts(with: $0.utf8) }),
            let close = text.prefix(60).firstIndex(of: "]")
        else { return nil }
        return text.index(after: close)
    }
}
