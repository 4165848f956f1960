/// "You are a senior engineer …": who the agent is to be, which comes before what it is to do.
enum RolePlay {
    private static let openings = Phrases(
        """
        you are a, you are an, you are the, you are my, you are our, you are now, you are acting, you are working,
        you are claude, you are expert, you are senior, you are helping, you're a, you're an, you're the, you're my,
        act as, act like, imagine you, imagine you're, imagine that you, pretend you, pretend to be, assume you,
        assume the role, take on the role, take the role, behave as, behave like, du bist ein, du bist eine,
        tu es un, tu es une, eres un, eres una, ты опытный, ты эксперт
        """
    )

    /// Where, within such a sentence, the request begins.
    private static let turns = [
        "task is to", "job is to", "goal is to", "mission is to", "tasked with", "asked to", "i want you to",
        "i need you to",
    ]
    .map { $0.split(separator: " ").map(String.init) }

    static func isOpening(_ words: ArraySlice<Word>) -> Bool {
        openings.prefixLength(of: words) != nil
            || words.first.map { ["你是一", "你现在是", "あなたは"].contains(where: $0.text.hasPrefix) } ?? false
    }

    /// Further sentences about the agent itself.
    static func isContinuation(_ words: ArraySlice<Word>) -> Bool {
        words.first.map { ["you", "you're", "you've", "you'll", "your"].contains($0.key) } ?? false
    }

    /// The request in "You are an engineer and your task is to …" or "Act as a reviewer and check …".
    static func request(in words: ArraySlice<Word>) -> ArraySlice<Word>? {
        for start in words.indices {
            let rest = words[start...]
            if let turn = turns.first(where: { rest.starts(with: $0) { $0.key == $1 } }) {
                return rest.dropFirst(turn.count)
            }
            if rest.first?.key == "and" || words[start].text.hasSuffix(","), let next = rest.dropFirst().first,
                RequestVerbs.contains(next.key)
            {
                return rest.dropFirst()
            }
        }
        return nil
    }
}
