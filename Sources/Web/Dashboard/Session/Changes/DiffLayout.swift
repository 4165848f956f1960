import Hummingbird

/// The layout of the changes page, from its address.
struct DiffLayout: Equatable {
    /// Whether old and new lines are shown side by side; long lines are then always wrapped.
    var isSplit = false
    /// Whether long lines are wrapped rather than scrolled.
    var wraps = false

    /// The query that keeps this layout; empty for the default.
    var query: String {
        let fields = [isSplit ? "view=split" : nil, wraps ? "wrap=1" : nil].compactMap(\.self)
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
        isSplit = call.request.uri.queryParameters["view"] == "split"
        wraps = call.request.uri.queryParameters["wrap"] == "1"
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
        func address(_ change: (inout DiffLayout) -> Void) -> String {
            var other = layout
            change(&other)
            return other.query.isEmpty ? "?" : other.query
        }
        unified = address { $0.isSplit = false }
        split = address { $0.isSplit = true }
        wrap = address { $0.wraps.toggle() }
    }
}
