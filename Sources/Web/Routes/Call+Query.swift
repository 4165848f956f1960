import Domain
import Hummingbird

/// The parameters of a request's query, percent-decoded, with `+` for a space as forms write it.
struct Query: Sendable {
    /// `nil` when they can't be decoded, which is of no matter to who asks for none.
    private let parameters: [String: String]?

    init(of request: Request, _ context: WebContext) {
        parameters =
            request.uri.query == nil ? [:] : try? request.uri.decodeQuery(as: [String: String].self, context: context)
    }

    /// - Throws: `DomainError.invalid` when the query can't be decoded.
    func parameter(_ name: String) throws -> String? {
        guard let parameters else {
            throw DomainError.invalid("The query of the address cannot be read. Send each parameter once, encoded.")
        }
        return parameters[name]
    }
}

extension Call {
    /// A parameter of the query, as `Query` reads it.
    func query(_ name: String) throws -> String? {
        try query.parameter(name)
    }

    /// A parameter made into a value.
    ///
    /// - Throws: `DomainError.invalid` when it is none.
    func query<Value>(_ name: String, _ parse: (String) throws(InvalidValue) -> Value) throws -> Value? {
        guard let text = try query(name) else { return nil }
        do throws(InvalidValue) {
            return try parse(text)
        } catch {
            throw DomainError.invalid("`\(name)` \(error.detail).")
        }
    }

    /// A whole number in the query.
    ///
    /// - Throws: `DomainError.invalid` for anything else in its place.
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
