/// The changes of an edit, line by line.
struct LineDiff: Equatable {
    struct Line: Equatable {
        enum Kind: String {
            case kept = " "
            case removed = "-"
            case added = "+"
        }

        let kind: Kind
        let text: String
    }

    let lines: [Line]
    var added: Int { lines.count { $0.kind == .added } }
    var removed: Int { lines.count { $0.kind == .removed } }

    /// The number of unchanged lines shown around a change.
    private static let context = 3
    /// The maximum number of line pairs to compare; with more, the lines between the equal ends are shown as removed
    /// and added as a whole.
    private static let maximumPairs = 250_000

    init(from old: String, to new: String) {
        let (old, new) = (Self.lines(of: old), Self.lines(of: new))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let change = Self.change(from: old[start..<old.count - end], to: new[start..<new.count - end])
        let before = old[..<start].suffix(Self.context).map { Line(kind: .kept, text: $0) }
        let after = old[(old.count - end)...].prefix(Self.context).map { Line(kind: .kept, text: $0) }
        lines = change.isEmpty ? [] : before + change + after
    }

    private static func lines(of text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func change(from old: ArraySlice<String>, to new: ArraySlice<String>) -> [Line] {
        guard old.count * new.count <= maximumPairs else {
            return old.map { Line(kind: .removed, text: $0) } + new.map { Line(kind: .added, text: $0) }
        }
        let difference = Array(new).difference(from: Array(old))
        var removals = Set<Int>()
        var insertions = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removals.insert(offset)
            case .insert(let offset, _, _): insertions.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if removals.contains(oldIndex) {
                lines.append(Line(kind: .removed, text: old[old.startIndex + oldIndex]))
                oldIndex += 1
            } else if insertions.contains(newIndex) {
                lines.append(Line(kind: .added, text: new[new.startIndex + newIndex]))
                newIndex += 1
            } else {
                lines.append(Line(kind: .kept, text: new[new.startIndex + newIndex]))
                oldIndex += 1
                newIndex += 1
            }
        }
        return lines
    }
}
