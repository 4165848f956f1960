extension HiddenMarks {
    private static let maximumTag = 300

    /// Hides a tag if its partner is found. A single tag is hidden if it is an image or a line break; otherwise the
    /// message is about the tag.
    mutating func tag(at start: Int) -> Int {
        var nameStart = start + 1
        let isClosing = byte(at: nameStart) == UInt8(ascii: "/")
        if isClosing { nameStart += 1 }
        var nameEnd = nameStart
        while let next = byte(at: nameEnd), next.isNameByte { nameEnd += 1 }
        guard nameEnd > nameStart, (0x61...0x7A).contains(bytes[nameStart]), let end = tagEnd(from: nameEnd) else {
            return start + 1
        }
        let name = bytes[nameStart..<nameEnd]
        if isClosing {
            guard let open = openTags.removeValue(forKey: name) else { return end }
            hide(open)
            hide(start..<end)
        } else if isVoid(name, from: start, to: end) {
            hide(start..<end)
        } else if byte(at: start - 1).map({ !$0.isASCIILetter }) ?? true {
            openTags[name] = start..<end
        }
        return end
    }

    private func tagEnd(from start: Int) -> Int? {
        guard let first = byte(at: start), " >/".utf8.contains(first) else { return nil }
        for position in start..<min(bytes.count, start + Self.maximumTag) {
            if bytes[position] == UInt8(ascii: ">") { return position + 1 }
            if bytes[position] == UInt8(ascii: "<") { return nil }
        }
        return nil
    }

    /// Whether it is an image with attributes, or a line break at the end of a word or line.
    private func isVoid(_ name: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
        if name.elementsEqual("img".utf8) { return end - name.endIndex > 2 }
        return name.elementsEqual("br".utf8) && (byte(at: start - 1) != UInt8(ascii: " ") || end == bytes.count)
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
}
