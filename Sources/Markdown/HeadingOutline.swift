/// Gives headings their levels in the page: none is above the top, and none is more than one below the heading it belongs
/// to, whatever the text's author skipped.
struct HeadingOutline {
    let top: Int
    private var open: [Int] = []

    init(top: Int) {
        self.top = top
    }

    /// The level of the next heading, which is of the given one in its text; at most 6.
    mutating func level(of written: Int) -> Int {
        while let last = open.last, last >= written { open.removeLast() }
        open.append(written)
        return min(6, top + open.count - 1)
    }
}
