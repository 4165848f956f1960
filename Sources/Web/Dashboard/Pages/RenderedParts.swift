import Synchronization

/// HTML of parts of pages, each made once for as long as its content stays the same: a list that is renewed every second
/// has the same rows but for one or two, for everybody who looks at it.
///
/// The whole content is the key, so an entry can't be out of date.
final class RenderedParts<Content: Hashable & Sendable>: Sendable {
    /// Entries move from `recent` to `earlier`, and back when they are used; those in `earlier` go when `recent` is full.
    private struct Entries {
        var recent: [Content: String] = [:]
        var earlier: [Content: String] = [:]
        var recentBytes = 0

        mutating func find(_ content: Content, limit: Int) -> String? {
            if let html = recent[content] { return html }
            guard let html = earlier[content] else { return nil }
            add(html, for: content, limit: limit)
            return html
        }

        mutating func add(_ html: String, for content: Content, limit: Int) {
            guard recent.updateValue(html, forKey: content) == nil else { return }
            recentBytes += html.utf8.count
            guard recentBytes > limit / 2 else { return }
            (earlier, recent, recentBytes) = (recent, [:], 0)
        }
    }

    private let template: String
    private let limit: Int
    private let entries = Mutex(Entries())

    /// - Parameter limit: how much HTML is kept, in bytes.
    init(template: String, limit: Int = 4 << 20) {
        self.template = template
        self.limit = limit
    }

    func html(of content: Content) -> String {
        if let found = entries.withLock({ $0.find(content, limit: limit) }) { return found }
        let html = PageTemplates.render(template, content)
        entries.withLock { $0.add(html, for: content, limit: limit) }
        return html
    }
}
