import Domain
import TestSupport

@testable import Web

extension TranscriptItems {
    static let ada = Author(id: UserID(rawValue: "user_1"), name: "Ada Example", imageURL: nil)
    static let time = Timestamp(milliseconds: 1_760_000_000_000)

    /// The items for lines, which are numbered from 1.
    static func make(
        _ lines: [String], by author: Author? = nil, after shown: Int = 0, tasks: [AgentTask] = []
    ) -> [TranscriptItem] {
        let messages = lines.enumerated().map { index, line in
            Message(sequence: index + 1, json: line, author: author, createdAt: time)
        }
        return make(of: messages, after: shown, tasks: tasks)
    }

    /// The lines that the page of a real run gets: its messages.
    static func make(_ file: TranscriptFile) throws -> [TranscriptItem] {
        let lines = try file.text.split(separator: "\n").map(String.init)
        return make(
            try lines.filter { TranscriptLine.messageTypes.contains(try TranscriptLine(json: $0, number: 1).type) })
    }
}

/// Lines of stream-json as Claude Code writes them.
enum Line {
    static func agent(_ blocks: String..., parent: String? = nil) -> String {
        let parent = parent.map { "\"\($0)\"" } ?? "null"
        return
            #"{"type":"assistant","message":{"content":[\#(blocks.joined(separator: ","))]},"parent_tool_use_id":\#(parent)}"#
    }

    static func user(_ blocks: String..., parent: String? = nil) -> String {
        let parent = parent.map { "\"\($0)\"" } ?? "null"
        return
            #"{"type":"user","message":{"content":[\#(blocks.joined(separator: ","))]},"parent_tool_use_id":\#(parent)}"#
    }

    static func prompt(_ text: String) -> String {
        TranscriptLine(prompt: text).json
    }

    static func text(_ text: String) -> String {
        #"{"type":"text","text":\#(string(text))}"#
    }

    static func call(_ name: String, _ input: String = "{}", id: String = "toolu_1") -> String {
        #"{"type":"tool_use","id":"\#(id)","name":\#(string(name)),"input":\#(input)}"#
    }

    static func result(_ text: String, id: String = "toolu_1", isError: Bool = false) -> String {
        #"{"type":"tool_result","tool_use_id":"\#(id)","content":\#(string(text)),"is_error":\#(isError)}"#
    }

    static func end(_ text: String, fields: String = "") -> String {
        #"{"type":"result","subtype":"success","is_error":false,"result":\#(string(text))\#(fields)}"#
    }

    static func string(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSONString.append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
