/// A person's own words in a text of the user's side, without the texts that programs added.
struct SpokenText: Equatable, Sendable {
    /// The person's own words; empty if there are none.
    private(set) var words = ""
    /// Whether it is a command that Claude Code executes itself, such as `/model opus` or `!ls`. A person typed it, but
    /// it asks nothing of the agent.
    private(set) var isCommand = false
    /// Messages from other agents that the text contains.
    private(set) var agentMessages: [String] = []

    /// A text typed into this service: all of it is the person's, tags included.
    init(verbatim text: String) {
        words = text
    }

    /// - Parameter texts: the text blocks of a message in Claude Code's format.
    init(blocks texts: [String]) {
        words = texts.map { own(in: $0) }.filter { !$0.isBlank }.joined(separator: "\n\n")
    }

    private mutating func own(in text: String) -> String {
        guard text.contains("<") else { return text }
        if let command = typedCommand(in: text[...]) { return command }
        return withoutNotes(in: text[...])
    }

    // MARK: Notes

    /// Removes notes before and after a person's words. Tags in the middle belong to the person's text, except for
    /// reminders on lines of their own, which no person writes.
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

    /// The index at which a note begins, if the text ends with one.
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

    /// A command as the person typed it, reconstructed from Claude Code's tags.
    ///
    /// - Returns: the empty text for one of Claude Code's own commands without arguments; `nil` if it is not a command.
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
        // A command for the agent begins with its message, one of Claude Code's own with its name.
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

    /// Commands with arguments that Claude Code executes itself.
    private static let ownCommands: Set<Substring> = [
        "add-dir", "agents", "clear", "color", "compact", "config", "cost", "effort", "exit", "export", "fast", "hooks",
        "ide", "login", "logout", "mcp", "memory", "model", "output-style", "permissions", "plugin", "rename", "resume",
        "rewind", "sandbox", "status", "statusline", "tag", "tasks", "theme", "title", "usage", "vim",
    ]
}
