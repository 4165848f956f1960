/// Tells the heading that is the title of a message from those that name its parts.
///
/// A heading with text of its own below, and with another of its level or a higher one after it, is one of several.
struct Headings {
    /// What may be the title so far.
    var title: Candidate?
    private var level: Int?
    private var hasText = false

    var isEmpty: Bool { level == nil }

    /// Something stands below the last heading.
    mutating func noteText() {
        hasText = true
    }

    /// - Parameter isBackground: it names circumstances, which may stand beside the title of all on the highest level.
    mutating func read(level next: Int, isBackground: Bool) {
        guard let level else {
            self.level = next
            hasText = false
            return
        }
        if next <= level, hasText, !(isBackground && level == 1) { title = nil }
    }
}
