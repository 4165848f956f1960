/// What stands as one in a transcript: an item, or calls that fold into one line.
struct TranscriptEntry {
    let single: TranscriptView.ShownItem?
    let steps: StepGroup?

    /// Folds calls that stand together, with the thoughts between them. A call that failed or is still running stands by
    /// itself, and so does one alone.
    static func list(_ items: [TranscriptView.ShownItem]) -> [TranscriptEntry] {
        var entries: [TranscriptEntry] = []
        var rest = items[...]
        while let first = rest.first {
            let group = steps(in: rest)
            if group.count(where: \.item.isStep) > 1 {
                entries.append(TranscriptEntry(single: nil, steps: StepGroup(Array(group))))
                rest = rest[group.endIndex...]
            } else {
                entries.append(TranscriptEntry(single: first, steps: nil))
                rest = rest.dropFirst()
            }
        }
        return entries
    }

    /// The items from the first on that can be folded into one, up to the last call among them.
    private static func steps(in items: ArraySlice<TranscriptView.ShownItem>) -> ArraySlice<TranscriptView.ShownItem> {
        guard let first = items.first?.item, first.isStep else { return items.prefix(0) }
        let candidates = items.prefix { shown in
            (shown.item.isStep || shown.item.folded != nil) && shown.item.isSubAgents == first.isSubAgents
        }
        return candidates.prefix(upTo: (candidates.lastIndex { $0.item.isStep } ?? items.startIndex) + 1)
    }
}

extension TranscriptItem {
    /// Whether it is a call that has its result, and that is folded with others.
    var isStep: Bool { call?.state == "done" }
}

/// Calls that stand together, as one line that opens.
struct StepGroup {
    /// Such as `6 steps`.
    let title: String
    /// What was done how often: such as `read 3, ran 2, edited 1`.
    let words: String
    let isSubAgents: Bool
    let items: [TranscriptView.ShownItem]

    init(_ items: [TranscriptView.ShownItem]) {
        self.items = items
        isSubAgents = items.first?.item.isSubAgents ?? false
        let verbs = items.filter(\.item.isStep).compactMap { $0.item.call?.summary.verb }
        title = "\(verbs.count) steps"
        var counts: [(verb: String, count: Int)] = []
        for verb in verbs {
            if let index = counts.firstIndex(where: { $0.verb == verb }) {
                counts[index].count += 1
            } else {
                counts.append((verb, 1))
            }
        }
        words = counts.map { "\($0.verb) \($0.count)" }.joined(separator: ", ")
    }
}
