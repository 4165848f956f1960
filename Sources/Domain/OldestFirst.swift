/// A dictionary with a maximum number of values. Adding one more evicts the value that was set the longest ago.
package struct OldestFirst<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let capacity: Int
    private var entries: [Key: (value: Value, turn: Int)] = [:]
    /// The keys in the order in which they were set; it may include entries of keys that were set again or removed.
    private var turns: [(key: Key, turn: Int)] = []
    private var next = 0

    package init(capacity: Int) {
        self.capacity = capacity
    }

    package var count: Int { entries.count }

    /// Setting a value may evict another one; setting `nil` removes the value.
    package subscript(key: Key) -> Value? {
        get { entries[key]?.value }
        set {
            guard let newValue else {
                entries[key] = nil
                return
            }
            next += 1
            entries[key] = (newValue, next)
            turns.append((key, next))
            tidy()
        }
    }

    package mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        turns.removeAll(keepingCapacity: true)
    }

    /// Evicts the oldest value if needed, and prunes outdated entries of `turns` from time to time.
    private mutating func tidy() {
        if entries.count > capacity { removeOldest() }
        if turns.count > 2 * capacity + 16 { turns.removeAll { entries[$0.key]?.turn != $0.turn } }
    }

    private mutating func removeOldest() {
        guard let index = turns.firstIndex(where: { entries[$0.key]?.turn == $0.turn }) else { return }
        entries[turns[index].key] = nil
        if index > capacity / 2 { turns.removeFirst(index + 1) }
    }
}
