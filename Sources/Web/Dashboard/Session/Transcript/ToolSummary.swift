import Domain

/// What a tool's call does, in one line and in detail.
struct ToolSummary {
    /// The tool as people call it.
    let name: String
    /// What it works on: a command, a file, a pattern.
    var subject: String?
    /// A few words more: what for, how much.
    var note: String?
    var details: [ToolDetail] = []

    private static let maximumLine = 300

    /// - Parameter tasks: the titles of the plan's tasks by id, for calls that name a task by its id only.
    init(_ call: LineBlock.ToolCall, tasks: [String: String]) {
        self.init(name: call.name.firstLine(to: 100))
        let input = call.input
        switch call.name {
        case "Bash": describeCommand(input)
        case "Read": describeReading(input)
        case "Write": describeWriting(input, path: "file_path", content: "content")
        case "NotebookEdit": describeWriting(input, path: "notebook_path", content: "new_source")
        case "Edit": describeEdits([input], of: input)
        case "MultiEdit": describeEdits(input["edits"]?.elements ?? [], of: input)
        case "Grep", "Glob": describeSearch(input)
        case "LS": subject = line(input["path"])
        case "Task", "Agent": describeSubAgent(input)
        case "WebFetch": describeFetch(input)
        case "WebSearch", "ToolSearch": subject = line(input["query"])
        case "Skill", "SlashCommand": subject = line(input["skill"] ?? input["command"])
        case "TodoWrite": describeTodos(input)
        case "TaskCreate": describeNewTask(input)
        case "TaskUpdate": describeTaskChange(input, tasks)
        default: break
        }
        if subject == nil { describeAnything(input) }
    }

    private init(name: String) {
        self.name = name.hasPrefix("mcp__") ? String(name.dropFirst(5)).replacing("__", with: ": ") : name
    }

    /// A field's first line, to stand in the summary; `nil` for one that is missing, empty or no text.
    func line(_ value: OrderedJSON?) -> String? {
        let line = value?.text?.firstLine(to: Self.maximumLine) ?? ""
        return line.isEmpty ? nil : line
    }

    /// An input of a shape that we don't know: the one text in it, or all of it.
    private mutating func describeAnything(_ input: OrderedJSON) {
        guard !input.members.isEmpty || !input.elements.isEmpty || input.text != nil else { return }
        let json = input.json
        if input.members.count == 1, let only = line(input.members.first?.value) {
            subject = only
        } else {
            subject = json.firstLine(to: 120)
        }
        if json.unicodeScalars.count > 100, details.isEmpty { details = [ToolDetail("Input", code: json)] }
    }
}
