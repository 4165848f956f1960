/// Converts records of other agents' programs to Claude Code's line format, which the rest of the service reads.
struct ForeignLine {
    /// The program's name. It prefixes the subtypes of records without a counterpart in Claude Code's format; these are
    /// stored whole, as details of the run.
    let program: String
    let conversation: String

    /// - Parameter id: the program's own id of the line, if it has one.
    func message(
        _ type: String, _ content: [OrderedJSON], at time: OrderedJSON?, id: String? = nil, model: String? = nil,
        isError: Bool = false
    ) -> String {
        var message: [(name: String, value: OrderedJSON)] = [("role", .string(type)), ("content", .array(content))]
        if let model { message.append(("model", .string(model))) }
        var line = head(type, at: time, id: id)
        line.append(("message", .object(message)))
        if isError { line.append(("isApiErrorMessage", .literal("true"))) }
        return OrderedJSON.object(line).json
    }

    func detail(_ kind: String, _ original: OrderedJSON, at time: OrderedJSON?, id: String? = nil) -> String {
        var line = head("system", at: time, id: id)
        line.append(("subtype", .string("\(program)_\(kind)")))
        line.append((program, original))
        return OrderedJSON.object(line).json
    }

    func title(_ text: String) -> String {
        OrderedJSON.object(head("ai-title", at: nil, id: nil) + [("aiTitle", .string(text))]).json
    }

    private func head(_ type: String, at time: OrderedJSON?, id: String?) -> [(name: String, value: OrderedJSON)] {
        var line: [(name: String, value: OrderedJSON)] = [
            ("type", .string(type)), ("session_id", .string(conversation)),
        ]
        if let id { line.append(("uuid", .string(id))) }
        if let time { line.append(("timestamp", time)) }
        return line
    }

    // MARK: Blocks

    static func text(_ text: String) -> OrderedJSON { .object([("type", .string("text")), ("text", .string(text))]) }

    static func thinking(_ text: String) -> OrderedJSON {
        .object([("type", .string("thinking")), ("thinking", .string(text))])
    }

    static func call(_ id: String, _ name: String, _ input: OrderedJSON) -> OrderedJSON {
        .object([("type", .string("tool_use")), ("id", .string(id)), ("name", .string(name)), ("input", input)])
    }

    static func result(of id: String, _ text: String, isError: Bool) -> OrderedJSON {
        .object([
            ("type", .string("tool_result")), ("tool_use_id", .string(id)), ("content", .string(text)),
            ("is_error", .literal(isError ? "true" : "false")),
        ])
    }

    /// The parts of a message that have text, or are images or other files.
    static func blocks(of content: OrderedJSON?) -> [OrderedJSON] {
        switch content {
        case .string(let text)?: text.isBlank ? [] : [Self.text(text)]
        case .array(let parts)?: parts.flatMap(block(of:))
        case .some(let part): block(of: part)
        case nil: []
        }
    }

    private static func block(of part: OrderedJSON) -> [OrderedJSON] {
        if case .string(let text) = part { return [Self.text(text)] }
        if let text = part["text"]?.text { return text.isBlank ? [] : [Self.text(text)] }
        let type = part["type"]?.text ?? (part["inlineData"] == nil ? "part" : "image")
        return [.object([("type", .string(type.contains("image") ? "image" : type)), ("source", part)])]
    }
}

extension OrderedJSON {
    /// The member's value; `nil` also if it is `null`.
    func value(_ name: String) -> OrderedJSON? {
        guard let value = self[name] else { return nil }
        if case .literal("null") = value { return nil }
        return value
    }
}
