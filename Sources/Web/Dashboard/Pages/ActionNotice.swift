import Domain
import Hummingbird
import Storage

/// What a person just did, as the status line of the next page says it once, with the form that undoes it.
struct ActionNotice: Sendable {
    let text: String
    var undo: UndoForm?

    /// A form that consists of a button only.
    struct UndoForm: Sendable {
        let path: String
        let fields: [Field]

        init(_ path: String, _ fields: [(name: String, value: String)] = []) {
            self.path = path
            self.fields = fields.map { Field(name: $0.name, value: $0.value) }
        }

        struct Field: Sendable {
            let name: String
            let value: String
        }
    }
}

/// The notices that wait for the pages on which they are shown.
struct ActionNotices: Sendable {
    let clock: Clock
    private let waiting = OneTimeStore<ActionNotice>()

    /// Sends a browser to a page of the dashboard that says what was done.
    ///
    /// - Parameters:
    ///   - path: the page's address, which may have a query.
    ///   - place: the element of the page to scroll to, if any.
    func seeOther(
        _ path: String, at place: String? = nil, saying notice: ActionNotice, to browser: BrowserSession
    ) -> Response {
        let name = waiting.put(notice, for: browser.id, at: clock.now())
        let separator = path.contains("?") ? "&" : "?"
        return .seeOther("\(path)\(separator)said=\(name)" + (place.map { "#\($0)" } ?? ""))
    }

    /// What the page that a call asks for says was done; `nil` if nothing was, or another page has said it.
    func notice<Identity>(for call: Call<Identity>, of browser: BrowserSession) -> ActionNotice? {
        guard let name = try? call.query("said") else { return nil }
        return waiting.take(name, for: browser.id, at: clock.now())
    }
}
