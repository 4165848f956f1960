import Domain

extension ToolSummary {
    mutating func describeTodos(_ input: OrderedJSON) {
        guard case .array(let todos)? = input["todos"] else { return }
        let steps = todos.map { todo in
            ToolDetail.Step(
                status: Self.words(for: todo["status"]?.text), title: line(todo["content"]) ?? "untitled")
        }
        subject = "\(todos.count { $0["status"]?.text == "completed" }) of \(todos.count) done"
        note = todos.first { $0["status"]?.text == "in_progress" }.flatMap { line($0["activeForm"] ?? $0["content"]) }
        details = [ToolDetail("Tasks", steps: steps)]
    }

    mutating func describeNewTask(_ input: OrderedJSON) {
        subject = line(input["subject"])
        guard let description = input["description"]?.text else { return }
        details = [ToolDetail("Description", code: description)]
    }

    mutating func describeTaskChange(_ input: OrderedJSON, _ tasks: [String: String]) {
        guard let id = line(input["taskId"]) else { return }
        subject = line(input["subject"]) ?? tasks[id]?.firstLine(to: 200) ?? "Task \(id)"
        note = input["status"]?.text.map { Self.words(for: $0) }
    }

    private static func words(for status: String?) -> String {
        switch status {
        case "completed": "done"
        case "in_progress": "in progress"
        case "deleted": "removed"
        case let other?: other.firstLine(to: 30)
        case nil: "pending"
        }
    }
}
