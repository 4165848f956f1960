import Hummingbird

/// How the page of the changes shows them, as its address says.
struct DiffLayout: Equatable {
    /// Old and new lines side by side, which are always wrapped.
    var isSplit = false
    /// Long lines go on in the next, rather than being scrolled to.
    var wraps = false

    /// What addresses have at their end to keep it; empty for the usual one.
    var query: String {
        let fields = [isSplit ? "view=split" : nil, wraps ? "wrap=1" : nil].compactMap(\.self)
        return fields.isEmpty ? "" : "?\(fields.joined(separator: "&"))"
    }

    /// The same, for the start of an address that something is added to.
    var prefix: String { query.isEmpty ? "?" : "\(query)&amp;" }

    init(isSplit: Bool = false, wraps: Bool = false) {
        self.isSplit = isSplit
        self.wraps = wraps
    }

    /// Anything that isn't known is the usual.
    init<Identity>(of call: Call<Identity>) {
        isSplit = call.request.uri.queryParameters["view"] == "split"
        wraps = call.request.uri.queryParameters["wrap"] == "1"
    }
}

/// The links that show the changes in another way.
struct DiffLayoutLinks {
    let isSplit: Bool
    let wraps: Bool
    let unified: String
    let split: String
    /// To the other way of showing long lines.
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
