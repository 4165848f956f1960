/// An entry of the transcript: an item, or a group of calls that folds into one line.
struct TranscriptEntry {
    let single: TranscriptView.ShownItem?
    let steps: StepGroup?

    /// Groups consecutive calls, with the thoughts between them. A call that failed or is still running is not grouped,
    /// nor is a single call.
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

    /// The longest beginning of `items` that can be grouped, up to the last call in it.
    private static func steps(in items: ArraySlice<TranscriptView.ShownItem>) -> ArraySlice<TranscriptView.ShownItem> {
        guard let first = items.first?.item, first.isStep else { return items.prefix(0) }
        let candidates = items.prefix { shown in
            (shown.item.isStep || shown.item.folded != nil) && shown.item.isSubAgents == first.isSubAgents
        }
        return candidates.prefix(upTo: (candidates.lastIndex { $0.item.isStep } ?? items.startIndex) + 1)
    }
}

extension TranscriptItem {
    /// Whether it is a finished call, which can be grouped.
    var isStep: Bool { call?.state == "done" }
}

/// A group of consecutive calls, shown as one line that unfolds.
struct StepGroup {
    /// Such as `6 steps`.
    let title: String
    /// The number of calls by verb, such as `read 3, ran 2, edited 1`.
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
