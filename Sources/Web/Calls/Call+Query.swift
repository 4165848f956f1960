import Domain
import HTTPTypes
import Hummingbird

/// The parameters of a request's query, percent-decoded, with `+` for a space as in forms.
struct Query: Sendable {
    /// `nil` when they can't be decoded, which matters only once a parameter is asked for.
    private let parameters: [String: String]?

    init(of request: Request, _ context: WebContext) {
        parameters =
            request.uri.query == nil ? [:] : try? request.uri.decodeQuery(as: [String: String].self, context: context)
    }

    /// - Throws: `DomainError.invalid` when the query can't be decoded.
    func parameter(_ name: String) throws -> String? {
        guard let parameters else {
            throw DomainError.unreadableQuery
        }
        return parameters[name]
    }
}

extension Call {
    /// A parameter of the query, as `Query` reads it; `nil` when it is absent.
    func query(_ name: String) throws -> String? {
        try query.parameter(name)
    }

    /// A parameter of the query, parsed into a value; `nil` when it is absent.
    ///
    /// - Throws: `DomainError.invalid` when it can't be parsed.
    func query<Value>(_ name: String, _ parse: (String) throws(InvalidValue) -> Value) throws -> Value? {
        guard let text = try query(name) else { return nil }
        do throws(InvalidValue) {
            return try parse(text)
        } catch {
            throw DomainError.invalid("`\(name)` \(error.detail).")
        }
    }

    /// A whole number in the query; `nil` when it is absent.
    ///
    /// - Throws: `DomainError.invalid` for any other text, and for a number outside of the range.
    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        try query(name) { text throws(InvalidValue) in
            guard let number = Int(text), range.contains(number) else {
                let upper = range.upperBound == .max ? "up" : "to \(range.upperBound)"
                throw InvalidValue("must be a whole number from \(range.lowerBound) \(upper)")
            }
            return number
        }
    }

    /// The filter that the query describes. With any filter, `limit` or `cursor`, archived sessions are left out unless
    /// `archived` says otherwise.
    ///
    /// - Parameter isBeingTyped: whether the search text may end in the middle of a word.
    func sessionFilter(isBeingTyped: Bool = false) throws -> SessionFilter {
        var filter = SessionFilter()
        filter.status = try query("status") { text throws(InvalidValue) in try SessionStatus(choice: text) }
        filter.author = try query("author").map(UserID.init(rawValue:))
        filter.repository = try query("repository", RepositoryName.init(_:))
        if let text = try query("q"), !text.isBlank {
            filter.query = try query("q") { text throws(InvalidValue) in
                try SearchQuery(text, isBeingTyped: isBeingTyped)
            }
        }
        filter.isWaiting = try query("waiting") { text throws(InvalidValue) in
            try WaitingChoice(choice: text) == .true
        }
        let isFiltered = try filter != SessionFilter() || query("limit") != nil || query("cursor") != nil
        let archived = try query("archived") { text throws(InvalidValue) in try ArchivedChoice(choice: text) }
        filter.isArchived =
            switch archived {
            case .true: true
            case .false: false
            case .any: nil
            case nil: isFiltered ? false : nil
            }
        return filter
    }

    /// The query without the fields that a form sent empty; `nil` if it had none.
    var queryWithoutEmptyFields: String? {
        let fields = (request.uri.query ?? "").split(separator: "&")
        let filled = fields.filter { !$0.hasSuffix("=") }
        return filled.count < fields.count ? filled.joined(separator: "&") : nil
    }

    /// The last event that the client received; `nil` if it names none. On a reconnect, the header is newer than the
    /// query.
    func eventPosition() throws -> Int? {
        guard let header = request.headers[.lastEventID] else { return try number("after", in: 0...Int.max) }
        guard let position = Int(header), position >= 0 else {
            throw DomainError.unreadableLastEventID
        }
        return position
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// The case of this name.
    ///
    /// - Throws: `InvalidValue` that lists the names, for any other text.
    init(choice text: String) throws(InvalidValue) {
        guard let value = Self(rawValue: text) else {
            throw InvalidValue("must be one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = value
    }
}

private enum WaitingChoice: String, CaseIterable {
    case `true`, `false`
}

private enum ArchivedChoice: String, CaseIterable {
    case `true`, `false`, any
}
