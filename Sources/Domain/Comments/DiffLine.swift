/// A line of a patch, with its line numbers before and after the change.
package struct DiffLine: Sendable {
    package enum Kind: Sendable {
        /// A hunk header such as `@@ -1,4 +1,5 @@`.
        case hunk
        case context, added, removed
        /// A line that isn't part of the file, such as `\ No newline at end of file`.
        case note
    }

    package let kind: Kind
    /// `nil` if the old file doesn't have this line.
    package let oldNumber: Int?
    /// `nil` if the new file doesn't have this line.
    package let newNumber: Int?
    /// The raw bytes in the patch, without the line end; not necessarily UTF-8.
    package let bytes: ArraySlice<UInt8>

    /// The line number on one side; `nil` if the line isn't in that version of the file.
    package func number(on side: DiffPosition.Side) -> Int? {
        side == .old ? oldNumber : newNumber
    }
}

/// Iterates over the lines of one file's hunks. Line numbers start from each hunk's header. The header's counts are
/// ignored, since they may be wrong where secrets were redacted; the first character of a line tells its kind.
package struct DiffLines: Sequence, IteratorProtocol, Sendable {
    /// The unread rest of each section of the patch about this file, the last one first.
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

    /// The line numbers at which a hunk begins on both sides; 0, which is no valid line number, if they can't be
    /// parsed.
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
