import Domain

/// A tool call as one line and in detail.
struct ToolSummary {
    /// The tool's name for people.
    let name: String
    /// The subject: a command, a file, a pattern.
    var subject: String?
    /// A short addition, such as the purpose or the amount.
    var note: String?
    var details: [ToolDetail] = []
    /// The verb for counting calls, such as `read`.
    let verb: String
    /// Whether the subject is a path, whose end is the most important part.
    let isPath: Bool
    /// Whether the tool only changes the plan.
    let isOfPlan: Bool
    /// Whether the tool asks a person.
    let isAsking: Bool

    private static let maximumLine = 300
    /// The tools that change only the plan.
    static let planTools: Set<String> = ["TodoWrite", "TaskCreate", "TaskUpdate", "TaskList", "TaskGet"]
    /// The tools that ask a person.
    static let askingTools: Set<String> = ["AskUserQuestion", "ExitPlanMode"]
    private static let pathTools: Set<String> = [
        "Read", "Write", "NotebookEdit", "Edit", "MultiEdit", "LS",
    ]

    /// - Parameter tasks: the titles of the plan's tasks by id, for calls that name a task by its id only.
    init(_ call: LineBlock.ToolCall, tasks: [String: String]) {
        self.init(tool: call.name)
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
        case "AskUserQuestion": describeQuestions(input)
        case "ExitPlanMode": describePlan(input)
        case "TodoWrite": describeTodos(input)
        case "TaskCreate": describeNewTask(input)
        case "TaskUpdate": describeTaskChange(input, tasks)
        default: break
        }
        if subject == nil { describeAnything(input) }
    }

    private init(tool: String) {
        let name = tool.firstLine(to: 100)
        self.name =
            tool == "AskUserQuestion"
            ? "Question"
            : tool == "ExitPlanMode"
                ? "Plan" : name.hasPrefix("mcp__") ? String(name.dropFirst(5)).replacing("__", with: ": ") : name
        verb = Self.verb(for: tool)
        isPath = Self.pathTools.contains(tool)
        isOfPlan = Self.planTools.contains(tool)
        isAsking = Self.askingTools.contains(tool)
    }

    private static func verb(for tool: String) -> String {
        switch tool {
        case "Bash", "BashOutput", "KillShell": "ran"
        case "Read", "LS", "NotebookRead": "read"
        case "Write", "Edit", "MultiEdit", "NotebookEdit": "edited"
        case "Grep", "Glob", "WebSearch", "ToolSearch": "searched"
        case "WebFetch": "fetched"
        case "Task", "Agent": "delegated"
        case "AskUserQuestion", "ExitPlanMode": "asked"
        default: "called"
        }
    }

    /// A field's first line, for the summary; `nil` if it is missing, empty or not text.
    func line(_ value: OrderedJSON?) -> String? {
        let line = value?.text?.firstLine(to: Self.maximumLine) ?? ""
        return line.isEmpty ? nil : line
    }

    /// Describes an input of unknown form: by its only text, or completely.
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
