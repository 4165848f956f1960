extension StringProtocol {
    /// Where a mark first stands, compared byte by byte: marks are ASCII, and Unicode comparison costs ten times more.
    func firstPlace(of mark: String) -> Range<Index>? {
        guard let first = mark.utf8.first else { return nil }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: mark.utf8) {
                return start..<rest.index(start, offsetBy: mark.utf8.count)
            }
            rest.removeFirst()
        }
        return nil
    }

    func holds(_ mark: String) -> Bool {
        firstPlace(of: mark) != nil
    }
}
