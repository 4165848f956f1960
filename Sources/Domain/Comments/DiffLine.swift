/// A line of a patch, with its numbers in the file before and after the change.
package struct DiffLine: Sendable {
    package enum Kind: Sendable {
        /// The head of a hunk, as in `@@ -1,4 +1,5 @@`.
        case hunk
        case context, added, removed
        /// What is no line of the file, such as `\ No newline at end of file`.
        case note
    }

    package let kind: Kind
    /// `nil` where the file had no such line.
    package let oldNumber: Int?
    /// `nil` where the file has no such line any more.
    package let newNumber: Int?
    /// As it stands in the patch, without the line's end; it need not be UTF-8.
    package let bytes: ArraySlice<UInt8>

    package func number(on side: DiffPosition.Side) -> Int? {
        side == .old ? oldNumber : newNumber
    }
}

/// The lines of one file's hunks, read one after the other. A hunk's own head says where it begins; in a patch from which
/// secrets were blotted out its counts may be wrong, so that lines are told by their signs.
package struct DiffLines: Sequence, IteratorProtocol, Sendable {
    /// The rest of each part of the patch that is about the file.
    private var rest: [ArraySlice<UInt8>]
    private var isInHunk = false
    private var numbers = (old: 0, new: 0)

    init(_ sections: [ArraySlice<UInt8>]) {
        rest = sections.reversed()
    }

    package mutating func next() -> DiffLine? {
        while let line = nextBytes() {
            if line.starts(with: "@@ ".utf8) {
                numbers = Self.start(of: line)
                isInHunk = true
                return DiffLine(kind: .hunk, oldNumber: nil, newNumber: nil, bytes: line)
            }
            if isInHunk { return lineOfHunk(line) }
        }
        return nil
    }

    private mutating func lineOfHunk(_ line: ArraySlice<UInt8>) -> DiffLine {
        let (old, new) = numbers
        switch line.first {
        case UInt8(ascii: " "):
            numbers = (old + 1, new + 1)
            return DiffLine(kind: .context, oldNumber: old, newNumber: new, bytes: line)
        case UInt8(ascii: "-"):
            numbers.old += 1
            return DiffLine(kind: .removed, oldNumber: old, newNumber: nil, bytes: line)
        case UInt8(ascii: "+"):
            numbers.new += 1
            return DiffLine(kind: .added, oldNumber: nil, newNumber: new, bytes: line)
        default:
            return DiffLine(kind: .note, oldNumber: nil, newNumber: nil, bytes: line)
        }
    }

    private mutating func nextBytes() -> ArraySlice<UInt8>? {
        while let section = rest.last {
            if section.isEmpty {
                rest.removeLast()
                isInHunk = false
                continue
            }
            let end = section.firstIndex(of: UInt8(ascii: "\n")) ?? section.endIndex
            rest[rest.count - 1] = section[end...].dropFirst()
            return section[..<end]
        }
        return nil
    }

    /// Where a hunk begins on both sides; 0 for what can't be read, which is no line of a file.
    private static func start(of head: ArraySlice<UInt8>) -> (old: Int, new: Int) {
        let parts = head.prefix(100).split(separator: UInt8(ascii: " "), maxSplits: 3)
        func number(_ part: Int, after sign: Character) -> Int {
            guard parts.indices.contains(part), parts[part].first == sign.asciiValue else { return 0 }
            let digits = parts[part].dropFirst().prefix { $0 != UInt8(ascii: ",") }
            guard digits.count < 10 else { return 0 }
            return Int(String(decoding: digits, as: UTF8.self)) ?? 0
        }
        return (number(1, after: "-"), number(2, after: "+"))
    }
}
