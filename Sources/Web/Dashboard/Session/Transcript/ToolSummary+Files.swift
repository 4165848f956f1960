import Domain

extension ToolSummary {
    mutating func describeCommand(_ input: OrderedJSON) {
        subject = line(input["command"])
        note = line(input["description"])
        guard let command = input["command"]?.text else { return }
        details = [ToolDetail("Command", code: command)]
    }

    mutating func describeReading(_ input: OrderedJSON) {
        subject = line(input["file_path"])
        guard let offset = input["offset"]?.text.flatMap(Int.init) else { return }
        let limit = input["limit"]?.text.flatMap(Int.init)
        note = limit.map { "lines \(offset)–\(offset &+ $0 &- 1)" } ?? "from line \(offset)"
    }

    mutating func describeWriting(_ input: OrderedJSON, path: String, content: String) {
        subject = line(input[path])
        guard let text = input[content]?.text else { return }
        let lines = text.unicodeScalars.count { $0 == "\n" } + (text.hasSuffix("\n") || text.isEmpty ? 0 : 1)
        note = lines == 1 ? "1 line" : "\(lines) lines"
        details = [ToolDetail("Content", code: text)]
    }

    /// - Parameter edits: each with its `old_string` and `new_string`.
    mutating func describeEdits(_ edits: [OrderedJSON], of input: OrderedJSON) {
        subject = line(input["file_path"])
        let changes = edits.map { edit in
            LineDiff(from: Self.text(edit["old_string"]), to: Self.text(edit["new_string"]))
        }
        note = "+\(changes.map(\.added).reduce(0, +)) −\(changes.map(\.removed).reduce(0, +))"
        details = changes.enumerated().map { index, change in
            ToolDetail(changes.count == 1 ? "Change" : "Change \(index + 1)", change)
        }
    }

    private static func text(_ value: OrderedJSON?) -> String {
        ShortenedText(value?.text ?? "", to: ShortenedText.maximumOutput).text
    }

    mutating func describeSearch(_ input: OrderedJSON) {
        subject = line(input["pattern"])
        let place = [line(input["path"]), line(input["glob"]), line(input["type"])].compactMap(\.self)
        note = place.isEmpty ? nil : "in \(place.joined(separator: ", "))"
    }

    mutating func describeFetch(_ input: OrderedJSON) {
        subject = line(input["url"])
        guard let prompt = input["prompt"]?.text else { return }
        details = [ToolDetail("Question", code: prompt)]
    }

    mutating func describeSubAgent(_ input: OrderedJSON) {
        subject = line(input["description"]) ?? line(input["prompt"])
        note = line(input["subagent_type"])
        guard let prompt = input["prompt"]?.text else { return }
        details = [ToolDetail("Prompt", code: prompt)]
    }
}
