import Domain
import Foundation

/// The lines of a demo session, in the format of an agent.
struct DemoTranscript {
    private(set) var messages: [ArchivedMessage] = []
    private(set) var time: Timestamp
    private let session: SessionID
    private var calls = 0

    init(of session: SessionID, from time: Timestamp) {
        self.session = session
        self.time = time
    }

    mutating func prompt(_ text: String, by author: UserID) throws {
        try append(["type": "user", "message": ["content": text]], by: author)
    }

    mutating func start(model: String) throws {
        try append(["type": "system", "subtype": "init", "cwd": "/workspace", "model": model])
    }

    mutating func think(_ text: String) throws {
        try say([["type": "thinking", "thinking": text]])
    }

    mutating func say(_ text: String) throws {
        try say([["type": "text", "text": text]])
    }

    /// Appends a tool call and its result.
    mutating func use(
        _ tool: String, _ input: [String: String], result: String, report: [String: Any] = [:], isError: Bool = false
    ) throws {
        calls += 1
        let id = "toolu_demo_\(calls)"
        try say([["type": "tool_use", "id": id, "name": tool, "input": input]])
        let block: [String: Any] = ["type": "tool_result", "tool_use_id": id, "content": result, "is_error": isError]
        try append(["type": "user", "message": ["role": "user", "content": [block]], "tool_use_result": report])
    }

    mutating func end(_ text: String, failed: Bool = false) throws {
        try append([
            "type": "result", "subtype": "success", "is_error": failed, "result": text, "num_turns": calls + 1,
            "total_cost_usd": Double(calls * 3 + 5) / 100,
        ])
    }

    mutating func wait(_ duration: Duration) {
        time = time + duration
    }

    private mutating func say(_ content: [[String: Any]]) throws {
        try append(["type": "assistant", "message": ["role": "assistant", "content": content]])
    }

    private mutating func append(_ line: [String: Any], by author: UserID? = nil) throws {
        let data = try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
        messages.append(
            ArchivedMessage(
                session: session, sequence: messages.count + 1, author: author, createdAt: time,
                json: String(decoding: data, as: UTF8.self)))
        time = time + .milliseconds(2_300 + 700 * (messages.count % 9))
    }
}
