/// A list of beginnings to look for; grouped by their first byte, since it runs on every line of a pasted log.
struct Prefixes: Sendable {
    private let byFirst: [UInt8: [String]]

    init(_ prefixes: [String]) {
        byFirst = Dictionary(grouping: prefixes) { $0.utf8.first ?? 0 }
    }

    func matches(_ text: String) -> Bool {
        guard let first = text.utf8.first, let candidates = byFirst[first] else { return false }
        return candidates.contains(where: text.hasPrefix)
    }
}
