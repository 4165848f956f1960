extension StreamJSONLine {
    /// The content of a message: plain text, or blocks.
    struct Content: Decodable {
        let blocks: [Block]

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                blocks = [Block(text: text)]
            } else {
                blocks = try decoder.singleValueContainer().decode([Block].self)
            }
        }

        var text: String {
            blocks.filter { $0.type == "text" }.compactMap(\.text).joined(separator: "\n\n")
        }
    }

    /// A block of text, a tool call with the input that tasks are read from, or a tool's result.
    struct Block: Decodable {
        let type: String?
        let text: String?
        let name: String?
        let input: ToolInput?
        /// The id of the call, in a tool's result.
        let toolUseID: String?
        /// The reason that a person gave for refusing the use of a tool.
        let refusal: String?

        private enum CodingKeys: String, CodingKey {
            case type, text, name, input, content
            case isError = "is_error"
            case toolUseID = "tool_use_id"
        }

        init(text: String) {
            type = "text"
            self.text = text
            name = nil
            input = nil
            toolUseID = nil
            refusal = nil
        }

        init(from decoder: any Decoder) throws {
            guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
                (type, text, name, input, toolUseID, refusal) = (nil, nil, nil, nil, nil, nil)
                return
            }
            type = fields.tolerant(.type)
            text = fields.tolerant(.text)
            name = fields.tolerant(.name)
            toolUseID = type == "tool_result" ? fields.tolerant(.toolUseID) : nil
            let isRefusal = type == "tool_result" && fields.tolerant(.isError) == true
            refusal = isRefusal ? (fields.tolerant(.content) as Content?).flatMap { Self.refusal(in: $0.text) } : nil
            input = name.map(ToolInput.isRead) == true ? fields.tolerant(.input) : nil
        }

        /// Claude Code puts the person's reason after this sentence.
        private static func refusal(in text: String) -> String? {
            guard let mark = text.firstRange(of: "To tell you how to proceed, the user said:") else { return nil }
            let note = "\n\nNote: The user's next message may contain"
            let words = text[mark.upperBound...]
            let said = String(words[..<(words.firstRange(of: note)?.lowerBound ?? words.endIndex)]).trimmed
            return said.isEmpty ? nil : said
        }
    }
}
