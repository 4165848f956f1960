/// Assigns headings their levels in the page: none is above `top`, and none is more than one level below its parent
/// heading, even if the author skipped levels.
struct HeadingOutline {
    let top: Int
    private var open: [Int] = []

    init(top: Int) {
        self.top = top
    }

    /// The level in the page of the next heading, which has level `written` in its text; at most 6.
    mutating func level(of written: Int) -> Int {
        while let last = open.last, last >= written { open.removeLast() }
        open.append(written)
        return min(6, top + open.count - 1)
    }
}
