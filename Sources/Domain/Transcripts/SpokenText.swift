/// What a person said in a text of the user's side, told apart from what programs added to it.
struct SpokenText: Equatable, Sendable {
    /// The person's own words, empty where there are none.
    private(set) var words = ""
    /// Whether it is a command that the program carries out by itself, such as `/model opus` or `!ls`. It is a person's,
    /// but asks the agent for nothing.
    private(set) var isCommand = false
    /// What other agents said in it.
    private(set) var agentMessages: [String] = []

    /// A text that a person typed into this service is theirs to the letter, tags included.
    init(verbatim text: String) {
        words = text
    }

    /// - Parameter texts: the blocks of a message as Claude Code keeps it.
    init(blocks texts: [String]) {
        words = texts.map { own(in: $0) }.filter { !$0.isBlank }.joined(separator: "\n\n")
    }

    private mutating func own(in text: String) -> String {
        guard text.contains("<") else { return text }
        if let command = typedCommand(in: text[...]) { return command }
        return withoutNotes(in: text[...])
    }

    // MARK: Notes

    /// Notes stand before or after what a person said. Tags in the middle of it belong to it, but for reminders, which no
    /// person writes on lines of their own.
    private mutating func withoutNotes(in text: Substring) -> String {
        var rest = text
        var hadNote = false
        while let note = TaggedText(rest.drop(while: \.isWhitespace)), NoteTags.isNote(note.name) {
            keep(note)
            hadNote = true
            rest = note.rest
        }
        while let start = Self.startOfLastNote(in: rest), let note = TaggedText(rest[start...]) {
            keep(note)
            hadNote = true
            rest = rest[..<start]
        }
        let reminder = "\n<system-reminder>"
        while let start = rest.firstRange(of: reminder)?.lowerBound,
            let note = TaggedText(rest[rest.index(after: start)...])
        {
            hadNote = true
            rest = Substring(rest[..<start] + note.rest)
        }
        return hadNote ? String(rest).trimmed : String(text)
    }

    /// Where a note begins that the text ends with.
    private static func startOfLastNote(in text: Substring) -> Substring.Index? {
        guard let end = text.lastIndex(where: { !$0.isWhitespace }), text[end] == ">",
            let close = text.ranges(of: "</").last
        else { return nil }
        let name = text[close.upperBound..<end]
        guard NoteTags.isNote(name) else { return nil }
        let opening = text[..<close.lowerBound].ranges(of: "<\(name)").last { range in
            text[range.upperBound...].first.map { $0 == ">" || $0.isWhitespace } ?? false
        }
        return opening?.lowerBound
    }

    private mutating func keep(_ note: TaggedText) {
        let text = String(note.inner).trimmed
        if NoteTags.isOfAgent(note.name), !text.isEmpty { agentMessages.append(text) }
    }

    // MARK: Commands

    /// A command as the person typed it, of the tags that Claude Code makes of it.
    ///
    /// - Returns: the empty text for a command of the program's own without anything to it; `nil` for no command.
    private mutating func typedCommand(in text: Substring) -> String? {
        var fields: [Substring: Substring] = [:]
        var first: Substring?
        var rest = text.drop(while: \.isWhitespace)
        while let field = TaggedText(rest), Self.commandTags.contains(field.name) {
            first = first ?? field.name
            fields[field.name] = fields[field.name] ?? field.inner
            rest = field.rest.drop(while: \.isWhitespace)
        }
        guard let first else { return nil }
        if let input = fields["bash-input"] { return command("!", input) }
        if let memory = fields["user-memory-input"] { return command("#", memory) }
        guard let name = (fields["command-name"] ?? fields["command-message"]).map({ String($0).trimmed }),
            !name.isEmpty
        else { return "" }
        let arguments = String(fields["command-args"] ?? "").trimmed
        let typed = (name.hasPrefix("/") ? name : "/\(name)") + (arguments.isEmpty ? "" : " \(arguments)")
        // A command that asks the agent begins with its message, one of the program's own with its name.
        if first == "command-name", arguments.isEmpty || Self.ownCommands.contains(name.dropFirst()) {
            isCommand = true
            return arguments.isEmpty ? "" : typed
        }
        return typed
    }

    private mutating func command(_ mark: String, _ text: Substring) -> String {
        isCommand = true
        let text = String(text).trimmed
        return text.isEmpty ? "" : "\(mark) \(text)"
    }

    private static let commandTags: Set<Substring> = [
        "command-name", "command-message", "command-args", "command-contents", "skill-format", "bash-input",
        "user-memory-input",
    ]

    /// Commands that Claude Code carries out by itself, of those that take arguments.
    private static let ownCommands: Set<Substring> = [
        "add-dir", "agents", "clear", "color", "compact", "config", "cost", "effort", "exit", "export", "fast", "hooks",
        "ide", "login", "logout", "mcp", "memory", "model", "output-style", "permissions", "plugin", "rename", "resume",
        "rewind", "sandbox", "status", "statusline", "tag", "tasks", "theme", "title", "usage", "vim",
    ]
}
