/// Reads the chats of Gemini CLI (`~/.gemini/tmp/…/chats/session-….json`): a JSON object that contains the messages,
/// or, in later versions, a line about the chat and then one line for each message added, changed or withdrawn.
package struct GeminiChat: Sendable {
    private var members: [(name: String, value: OrderedJSON)]
    private var messages: [OrderedJSON]
    private let line: ForeignLine

    /// Whether a text, which may be incomplete, is the beginning of such a chat.
    package static func isBeginning(_ text: String) -> Bool {
        let head = text.prefix(4096)
        return head.drop(while: \.isWhitespace).first == "{" && head.contains("\"sessionId\"")
            && (head.contains("\"projectHash\"") || head.contains("\"startTime\"") && head.contains("\"lastUpdated\""))
    }

    /// - Returns: `nil` if the text is not such a chat.
    package init?(_ text: String) {
        if let whole = try? OrderedJSON(parsing: text) {
            guard let id = whole["sessionId"]?.text else { return nil }
            members = whole.members.filter { $0.name != "messages" }
            messages = whole["messages"]?.elements ?? []
            line = ForeignLine(program: "gemini", conversation: id)
            return
        }
        let records = text.split(separator: "\n").compactMap { try? OrderedJSON(parsing: String($0)) }
        guard let first = records.first, let id = first["sessionId"]?.text else { return nil }
        members = first.members
        messages = []
        line = ForeignLine(program: "gemini", conversation: id)
        for record in records.dropFirst() { take(record) }
    }

    private mutating func take(_ record: OrderedJSON) {
        if let id = record["$rewindTo"]?.text {
            if let index = messages.firstIndex(where: { $0["id"]?.text == id }) { messages.removeSubrange(index...) }
        } else if let changes = record["$set"] {
            for (name, value) in changes.members {
                members.removeAll { $0.name == name }
                members.append((name, value))
            }
        } else if let index = messages.firstIndex(where: { $0["id"] != nil && $0["id"]?.text == record["id"]?.text }) {
            messages[index] = record
        } else {
            messages.append(record)
        }
    }

    /// The chat converted to lines in Claude Code's format: one about the chat, its messages, and its title if it has
    /// one.
    package var lines: [String] {
        let about = OrderedJSON.object(members)
        let title = about["summary"]?.text.map { [line.title($0)] } ?? []
        return [line.detail("session", about, at: about.value("startTime"))] + messages.flatMap(lines(of:)) + title
    }

    private func lines(of message: OrderedJSON) -> [String] {
        let (time, id) = (message.value("timestamp"), message["id"]?.text)
        let blocks = ForeignLine.blocks(of: message.value("content"))
        switch message["type"]?.text ?? "message" {
        case "user" where !blocks.isEmpty: return [line.message("user", blocks, at: time, id: id)]
        case "gemini": return answer(message, blocks, at: time, id: id)
        case "error" where !blocks.isEmpty:
            return [line.message("assistant", blocks, at: time, id: id, isError: true)]
        case let kind: return [line.detail(kind, message, at: time, id: id)]
        }
    }

    private func answer(_ message: OrderedJSON, _ words: [OrderedJSON], at time: OrderedJSON?, id: String?) -> [String]
    {
        let thoughts = (message.value("thoughts")?.elements ?? []).map { thought in
            ["subject", "description"].compactMap { thought[$0]?.text }.joined(separator: "\n")
        }
        let calls = message.value("toolCalls")?.elements ?? []
        let blocks =
            thoughts.filter { !$0.isBlank }.map(ForeignLine.thinking) + words
            + calls.map { ForeignLine.call(callID($0), $0["name"]?.text ?? "tool", $0["args"] ?? .object([])) }
        guard !blocks.isEmpty else { return [line.detail("gemini", message, at: time, id: id)] }
        let answer = line.message("assistant", blocks, at: time, id: id, model: message["model"]?.text)
        let results = calls.filter { $0["status"] != nil || $0.value("result") != nil }.map(result(of:))
        guard !results.isEmpty else { return [answer] }
        return [answer, line.message("user", results, at: time, id: id.map { "\($0)-results" })]
    }

    private func callID(_ call: OrderedJSON) -> String { call["id"]?.text ?? call["name"]?.text ?? "tool" }

    private func result(of call: OrderedJSON) -> OrderedJSON {
        let responses = (call.value("result")?.elements ?? []).compactMap { $0["functionResponse"]?["response"] }
        let texts = responses.compactMap { response in
            response["output"]?.text ?? response["error"]?.text ?? response["content"]?.text
        }
        let shown = call.value("resultDisplay")?.text
        let text = texts.isEmpty ? shown ?? call.value("result")?.text ?? "" : texts.joined(separator: "\n")
        let status = call["status"]?.text
        return ForeignLine.result(of: callID(call), text, isError: status == "error" || status == "cancelled")
    }
}
