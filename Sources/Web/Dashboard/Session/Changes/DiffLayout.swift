import Hummingbird

/// The layout of the changes page, from its address, or else as it was last chosen in this browser.
struct DiffLayout {
    /// Whether old and new lines are shown side by side; long lines are then always wrapped.
    var isSplit = false
    /// Whether long lines are wrapped rather than scrolled.
    var wraps = false
    /// Whether the address names the two, so that a choice in another tab doesn't change them.
    fileprivate var isNamed = (view: false, wrap: false)

    /// The query that keeps this layout.
    var query: String {
        let fields = [
            isSplit || isNamed.view ? "view=\(isSplit ? "split" : "unified")" : nil,
            wraps || isNamed.wrap ? "wrap=\(wraps ? 1 : 0)" : nil,
        ].compactMap(\.self)
        return fields.isEmpty ? "" : "?\(fields.joined(separator: "&"))"
    }

    /// The query as the beginning of a longer query.
    var prefix: String { query.isEmpty ? "?" : "\(query)&amp;" }

    init(isSplit: Bool = false, wraps: Bool = false) {
        self.isSplit = isSplit
        self.wraps = wraps
    }

    /// Unknown values count as the default.
    init<Identity>(of call: Call<Identity>) {
        let chosen = call.request.cookie(Self.cookieName) ?? ""
        let query = call.request.uri.queryParameters
        isSplit = query["view"].map { $0 == "split" } ?? chosen.contains("split")
        wraps = query["wrap"].map { $0 == "1" } ?? chosen.contains("wrap")
        isNamed = (query["view"] != nil, query["wrap"] != nil)
    }

    private static let cookieName = "diff"
    private static let lifetime = Duration.seconds(365 * 86_400)

    /// The cookie that remembers the layout; `nil` if the address doesn't choose one.
    func cookie<Identity>(for call: Call<Identity>, _ cookies: BrowserCookies) -> Cookie? {
        let query = call.request.uri.queryParameters
        guard query["view"] != nil || query["wrap"] != nil else { return nil }
        let value = [isSplit ? "split" : nil, wraps ? "wrap" : nil].compactMap(\.self).joined(separator: "-")
        return cookies.cookie(Self.cookieName, value.isEmpty ? "unified" : value, lifetime: Self.lifetime)
    }
}

/// The links to the other layouts.
struct DiffLayoutLinks {
    let isSplit: Bool
    let wraps: Bool
    let unified: String
    let split: String
    /// The link that turns wrapping on or off.
    let wrap: String

    init(_ layout: DiffLayout) {
        isSplit = layout.isSplit
        wraps = layout.wraps
        // Both are named, because these addresses also change what is remembered.
        func address(_ change: (inout DiffLayout) -> Void) -> String {
            var other = layout
            other.isNamed = (view: true, wrap: true)
            change(&other)
            return other.query
        }
        unified = address { $0.isSplit = false }
        split = address { $0.isSplit = true }
        wrap = address { $0.wraps.toggle() }
    }
}
