import Domain

/// A person's message on a line of input.
enum Prompt {
    /// - Returns: `nil` if the line is not a user's message, or has no text.
    static func text(of line: String) -> String? {
        guard let json = try? OrderedJSON(parsing: line), json["type"]?.text == "user",
            let content = json["message"]?["content"]
        else { return nil }
        if case .string(let text) = content { return text }
        let texts = content.elements.compactMap { $0["text"]?.text }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}
