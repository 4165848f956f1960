extension LineBlock.ToolResult {
    /// The result of a call that was executed on the model's side: pages found, output of code, or an error.
    init(ofServer json: OrderedJSON, callID: String) {
        let content = json["content"]
        let error = content?["error_code"]?.text
        self.init(
            callID: callID, text: error ?? Self.readable(content),
            isError: error != nil || json["is_error"]?.text == "true")
    }

    private static func readable(_ content: OrderedJSON?) -> String {
        guard case .array(let parts)? = content else { return content.map(line(of:)) ?? "" }
        return parts.map(line(of:)).joined(separator: "\n")
    }

    /// The readable text of a part: the title and address of a page, the output of code, or else its text.
    private static func line(of part: OrderedJSON) -> String {
        let page = ["title", "url"].compactMap { part[$0]?.text }.filter { !$0.isBlank }
        let printed = ["stdout", "stderr"].compactMap { part[$0]?.text }.filter { !$0.isBlank }
        let document =
            part["content"].map { $0["source"]?["data"].map { LineBlock.text(of: $0) } ?? readable($0) } ?? ""
        let found = (part["tool_references"]?.elements ?? []).compactMap { $0["tool_name"]?.text }
        let lines = [page.joined(separator: " — ")] + printed + found + [part["text"]?.text ?? "", document]
        let text = lines.filter { !$0.isBlank }.joined(separator: "\n")
        if !text.isEmpty { return text }
        if let code = part["return_code"]?.text { return "It ended with status \(code)." }
        return part.text ?? part["type"]?.text.map { "[\($0)]" } ?? part.json
    }
}
