extension StringProtocol {
    /// The first range of a mark. It compares bytes: marks are ASCII, and Unicode comparison takes ten times as long.
    func firstPlace(of mark: StaticString) -> Range<Index>? {
        mark.withUTF8Buffer { firstPlace(of: $0) }
    }

    func firstPlace(of mark: String) -> Range<Index>? {
        var mark = mark
        return mark.withUTF8 { firstPlace(of: $0) }
    }

    func holds(_ mark: StaticString) -> Bool { firstPlace(of: mark) != nil }

    func holds(_ mark: String) -> Bool { firstPlace(of: mark) != nil }

    private func firstPlace(of mark: UnsafeBufferPointer<UInt8>) -> Range<Index>? {
        // A text's storage may not be contiguous; then it is copied.
        let found =
            utf8.withContiguousStorageIfAvailable { Self.offset(of: mark, in: $0) }
            ?? Array(utf8).withUnsafeBufferPointer { Self.offset(of: mark, in: $0) }
        guard let found else { return nil }
        let start = utf8.index(startIndex, offsetBy: found)
        return start..<utf8.index(start, offsetBy: mark.count)
    }

    private static func offset(
        of mark: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard let first = mark.first, mark.count <= bytes.count else { return nil }
        for position in 0...(bytes.count - mark.count) where bytes[position] == first {
            if bytes[position..<position + mark.count].elementsEqual(mark) { return position }
        }
        return nil
    }
}

extension String {
    func has(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            for other in bytes where other == byte { return true }
            return false
        } ?? utf8.contains(byte)
    }
}
