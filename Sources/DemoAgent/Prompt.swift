import Domain

/// What a person says on a line of input.
enum Prompt {
    /// - Returns: `nil` for a line that is no message of a user's.
    static func text(of line: String) -> String? {
        guard let json = try? OrderedJSON(parsing: line), json["type"]?.text == "user",
            let content = json["message"]?["content"]
        else { return nil }
        if case .string(let text) = content { return text }
        let texts = content.elements.compactMap { $0["text"]?.text }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}
