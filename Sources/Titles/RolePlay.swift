/// "You are a senior engineer …": the role of the agent, which is described before its task.
enum RolePlay {
    /// Phrases after which the request begins in such a sentence.
    private static let turns = [
        "task is to", "job is to", "goal is to", "mission is to", "tasked with", "asked to", "i want you to",
        "i need you to",
    ]
    .map { $0.split(separator: " ").map(String.init) }

    static func isOpening(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first else { return false }
        return words.prefixLength(.rolePlay) != nil
            || first.isUnspaced && ["你是一", "你现在是", "あなたは"].contains(where: first.text.hasPrefix)
    }

    /// The request in "You are an engineer and your task is to …" or "Act as a reviewer and check …".
    static func request(in words: ArraySlice<Word>) -> ArraySlice<Word>? {
        for start in words.indices {
            let rest = words[start...]
            if let turn = turns.first(where: { rest.starts(with: $0) { $0.key == $1 } }) {
                return rest.dropFirst(turn.count)
            }
            if rest.first?.key == "and" || words[start].text.hasSuffix(","), let next = rest.dropFirst().first,
                next.is(.verb)
            {
                return rest.dropFirst()
            }
        }
        return nil
    }
}
