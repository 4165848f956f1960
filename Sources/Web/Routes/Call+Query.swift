import Domain
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
            throw DomainError.invalid("The query can't be read. Send each parameter once, percent-encoded.")
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
