extension StreamJSONLine {
    /// The input of `TodoWrite` and `TaskUpdate`, for which the call and not the result has the change.
    struct ToolInput: Decodable {
        let todos: [Todo]?
        let taskId: String?
        let subject: String?

        static func isRead(ofTool name: String) -> Bool { name == "TodoWrite" || name == "TaskUpdate" }

        private enum CodingKeys: String, CodingKey {
            case todos, taskId, subject
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            todos = fields.tolerant(.todos)
            taskId = fields.tolerant(.taskId)
            subject = fields.tolerant(.subject)
        }
    }

    struct Todo: Decodable {
        let content: String
        let status: String
    }

    /// The result of the task tools and of questions.
    struct ToolResult: Decodable {
        let task: CreatedTask?
        let taskId: String?
        let statusChange: StatusChange?
        /// A person's answers to the agent's questions, each after its question.
        let answers: [String]

        struct CreatedTask: Decodable {
            let id: String
            let subject: String
        }

        struct StatusChange: Decodable {
            let to: String
        }

        private enum CodingKeys: String, CodingKey {
            case task, taskId, statusChange, answers
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            task = fields.tolerant(.task)
            taskId = fields.tolerant(.taskId)
            statusChange = fields.tolerant(.statusChange)
            let given: [String: String] = fields.tolerant(.answers) ?? [:]
            answers = given.sorted { $0.key < $1.key }.filter { !$0.value.isBlank }.map { "\($0.key)\n\($0.value)" }
        }
    }

    /// The changes to the plan. Those of sub-agents are ignored: only the main conversation's plan is shown.
    var taskChanges: [TaskChange] {
        guard parentToolUseID == nil, !details.isSidechain else { return [] }
        return (message?.content.blocks.compactMap(Self.change(byCall:)) ?? []) + changesByResult
    }

    private static func change(byCall block: Block) -> TaskChange? {
        guard block.type == "tool_use", let input = block.input else { return nil }
        if block.name == "TodoWrite", let todos = input.todos {
            let tasks = todos.enumerated().map { index, todo in
                AgentTask(id: String(index + 1), title: todo.content, status: .init(rawValue: todo.status) ?? .pending)
            }
            return .replaceAll(tasks)
        }
        guard let id = input.taskId, let title = input.subject else { return nil }
        return .rename(id: id, title: title)
    }

    private var changesByResult: [TaskChange] {
        guard let toolResult else { return [] }
        if let task = toolResult.task { return [.add(id: task.id, title: task.subject)] }
        guard let id = toolResult.taskId, let to = toolResult.statusChange?.to else { return [] }
        if to == "deleted" { return [.remove(id: id)] }
        return AgentTask.Status(rawValue: to).map { [.setStatus(id: id, $0)] } ?? []
    }
}
