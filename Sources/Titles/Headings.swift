/// Distinguishes the heading that is the title of a message from the headings of its sections.
///
/// A heading is one of several sections if it has text of its own, and a heading of the same or a higher level follows.
struct Headings {
    /// The title, unless a later heading shows that it is a section.
    var title: Candidate?
    private var level: Int?
    private var hasText = false

    var isEmpty: Bool { level == nil }

    /// Notes that there is text below the last heading.
    mutating func noteText() {
        hasText = true
    }

    /// - Parameter isBackground: whether the heading names background information. Such a heading may have the highest
    ///   level, like the title of the whole message.
    mutating func read(level next: Int, isBackground: Bool) {
        guard let level else {
            self.level = next
            hasText = false
            return
        }
        if next <= level, hasText, !(isBackground && level == 1) { title = nil }
    }
}
