/// A list of prefixes to match, grouped by their first byte for speed: it is matched with every line of a pasted log.
struct Prefixes: Sendable {
    private let byFirst: [[String]]

    init(_ prefixes: [String]) {
        var byFirst = Array(repeating: [String](), count: 256)
        for prefix in prefixes { byFirst[Int(prefix.utf8.first ?? 0)].append(prefix) }
        self.byFirst = byFirst
    }

    func matches(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return byFirst[Int(first)].contains { text.utf8.starts(with: $0.utf8) }
    }
}
