/// Finds the markup that Markdown and HTML don't show within a line: emphasis, link addresses, images, tags.
struct HiddenMarks {
    let bytes: [UInt8]
    private(set) var hidden: [Bool]
    private var openBrackets: [Int] = []
    private var openEmphasis: [ArraySlice<UInt8>: Int] = [:]
    var openTags: [ArraySlice<UInt8>: Range<Int>] = [:]

    /// Returns one flag per byte: whether it is hidden.
    static func find(in bytes: [UInt8]) -> [Bool] {
        var marks = HiddenMarks(bytes)
        marks.scan()
        return marks.hidden
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hidden = Array(repeating: false, count: bytes.count)
    }

    private mutating func scan() {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "`"): position = CodeSpan.end(in: bytes, from: position) ?? position + 1
            case UInt8(ascii: "\\"): position = escape(at: position)
            case UInt8(ascii: "["):
                openBrackets.append(position)
                position += 1
            case UInt8(ascii: "]"): position = closeBracket(at: position)
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): position = emphasis(at: position)
            case UInt8(ascii: "<"): position = tag(at: position)
            default: position += 1
            }
        }
    }

    func byte(at position: Int) -> UInt8? {
        bytes.indices.contains(position) ? bytes[position] : nil
    }

    mutating func hide(_ range: Range<Int>) {
        for position in range { hidden[position] = true }
    }

    private mutating func escape(at position: Int) -> Int {
        guard let next = byte(at: position + 1), "*_`[]<>#".utf8.contains(next) else { return position + 1 }
        hidden[position] = true
        return position + 2
    }

    // MARK: Links and images

    private static let maximumAddress = 500

    /// Hides all but the text of `[text](address)`, or all but the address if there is no text. An image is hidden as a
    /// whole.
    private mutating func closeBracket(at position: Int) -> Int {
        guard let open = openBrackets.popLast(), byte(at: position + 1) == UInt8(ascii: "("),
            let end = addressEnd(from: position + 2)
        else { return position + 1 }
        if byte(at: open - 1) == UInt8(ascii: "!") {
            hide(open - 1..<end)
        } else if position == open + 1 {
            hide(open..<position + 2)
            hidden[end - 1] = true
        } else {
            hidden[open] = true
            hide(position..<end)
        }
        return end
    }

    private func addressEnd(from start: Int) -> Int? {
        var depth = 1
        for position in start..<max(start, min(bytes.count, start + Self.maximumAddress)) {
            if bytes[position] == UInt8(ascii: "(") { depth += 1 }
            if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return position + 1 }
        }
        return nil
    }

    // MARK: Emphasis

    /// Hides marks only in pairs, and not if they can be part of a glob, an operator or `__name__`.
    private mutating func emphasis(at start: Int) -> Int {
        let mark = bytes[start]
        var end = start
        while byte(at: end) == mark { end += 1 }
        let run = bytes[start..<end]
        guard run.count <= 3, mark != UInt8(ascii: "~") || run.count == 2 else { return end }
        if let open = openEmphasis[run], closes(at: start, end), isEmphasis(open + run.count..<start, run) {
            hide(open..<open + run.count)
            hide(start..<end)
            openEmphasis[run] = nil
        } else if opens(at: start, end) {
            openEmphasis[run] = start
        }
        return end
    }

    private func opens(at start: Int, _ end: Int) -> Bool {
        guard let next = byte(at: end), !" /.,)".utf8.contains(next) else { return false }
        return byte(at: start - 1).map { $0 > 0x7F || " ([{\"'>:*_~|-".utf8.contains($0) } ?? true
    }

    private func closes(at start: Int, _ end: Int) -> Bool {
        guard let previous = byte(at: start - 1), !" /(".utf8.contains(previous) else { return false }
        return byte(at: end).map { $0 > 0x7F || " .,;:!?)]}\"'*_~|-".utf8.contains($0) } ?? true
    }

    private func isEmphasis(_ inner: Range<Int>, _ run: ArraySlice<UInt8>) -> Bool {
        guard !inner.isEmpty else { return false }
        return run.first != UInt8(ascii: "_") || run.count == 1 || bytes[inner].contains(UInt8(ascii: " "))
    }
}
