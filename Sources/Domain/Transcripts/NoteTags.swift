/// The tags of texts that Claude Code, its hooks, editors and other agents add to a person's message.
enum NoteTags {
    private static let names: Set<Substring> = [
        "uploaded_files", "new-diagnostics", "system-note", "total_tokens", "memory_updates", "memory_listing",
        "persisted-output", "artifact-room-event", "skill-watcher-idle-wake", "subagent_hand_back", "repl-output",
        "bash-stdout", "bash-stderr", "daemon-stderr", "environment_context", "environment_details",
        "user_instructions", "turn_aborted", "previous-conversation", "sandbox_violations",
    ]

    /// Patterns of further tags: nearly every release of these programs adds some.
    private static let beginnings = ["ide_", "ide-", "local-command-", "system_", "system-"]
    private static let endings = ["-hook", "-reminder", "_reminder", "-notification", "-boilerplate", "-event"]

    /// Tags of messages from other agents, which are shown although no person wrote them.
    private static let agents: Set<Substring> = [
        "teammate-message", "agent-message", "peer-message", "coordinator-message", "cross-session-message",
        "cross_session_message", "channel",
    ]

    static func isOfAgent(_ name: Substring) -> Bool { agents.contains(name) }

    static func isNote(_ name: Substring) -> Bool {
        names.contains(name) || isOfAgent(name) || beginnings.contains(where: name.hasPrefix)
            || endings.contains(where: name.hasSuffix)
    }
}

/// A text that begins with a tag, split up: `<name attributes>inner</name>rest`.
struct TaggedText {
    let name: Substring
    let inner: Substring
    let rest: Substring

    /// - Returns: `nil` unless the text begins with a tag that is also closed.
    init?(_ text: Substring) {
        guard text.first == "<" else { return nil }
        let tail = text.dropFirst()
        name = tail.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == "_") }
        guard !name.isEmpty, let next = tail[name.endIndex...].first, next == ">" || next.isWhitespace,
            let open = tail[name.endIndex...].firstIndex(of: ">"),
            let close = tail[open...].firstRange(of: "</\(name)>")
        else { return nil }
        inner = tail[tail.index(after: open)..<close.lowerBound]
        rest = tail[close.upperBound...]
    }
}
