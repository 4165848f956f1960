/// A message that a person typed while the agent was working. Claude Code stores it as an attachment to the
/// conversation, not as a message; this service converts it to a message.
enum QueuedCommand {
    /// The line as a user's message: `type` is changed, `message` is added, and all other members are preserved.
    ///
    /// - Returns: `nil` if the line isn't a queued message, or if a program queued it.
    static func message(of json: String) -> String? {
        guard json.contains("queued_command"), let line = try? OrderedJSON(parsing: json),
            line["type"]?.text == "attachment", let attachment = line["attachment"],
            attachment["type"]?.text == "queued_command", let content = content(of: attachment)
        else { return nil }
        var members = line.members.filter { $0.name != "message" }
        for index in members.indices where members[index].name == "type" { members[index].value = .string("user") }
        members.append(("message", .object([("role", .string("user")), ("content", content)])))
        if let origin = attachment["origin"], line["origin"] == nil { members.append(("origin", origin)) }
        return OrderedJSON.object(members).json
    }

    private static func content(of attachment: OrderedJSON) -> OrderedJSON? {
        guard attachment["isMeta"]?.text != "true", let prompt = attachment["prompt"] else { return nil }
        switch (attachment["commandMode"]?.text ?? "prompt", prompt) {
        case ("prompt", .string), ("prompt", .array): return prompt
        case ("bash", .string(let text)): return .string("<bash-input>\(text)</bash-input>")
        default: return nil
        }
    }
}
