import Domain

/// How many lines changed, with signs: such as `+1,200` and `−34`.
struct LineCounts: Hashable {
    let added: String
    let removed: String

    init(_ changes: ChangeCount) {
        added = Self.added(changes.addedLines)
        removed = Self.removed(changes.removedLines)
    }

    static func added(_ count: Int) -> String { "+\(count.grouped)" }

    static func removed(_ count: Int) -> String { "−\(count.grouped)" }
}
