/// A slash command in Claude Code's transcript format: its name and its arguments, each in tags.
enum CommandTags {
    /// The message as it was typed (`/review the webhook`); `nil` if it isn't a command.
    static func typed(_ message: String) -> String? {
        let start = message.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        guard start.starts(with: "<command-".utf8), let name = content(of: "command-name", in: message), !name.isEmpty
        else { return nil }
        let arguments = content(of: "command-args", in: message) ?? ""
        return (name.hasPrefix("/") ? "" : "/") + name + (arguments.isEmpty ? "" : " " + arguments)
    }

    private static func content(of tag: String, in message: String) -> String? {
        guard let open = message.firstPlace(of: "<\(tag)>"),
            let close = message[open.upperBound...].firstPlace(of: "</\(tag)>")
        else { return nil }
        return message[open.upperBound..<close.lowerBound].trimming { $0.properties.isWhitespace }
    }
}
