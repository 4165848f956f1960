/// Why an operation was refused, in terms of the service rather than of HTTP or SQL.
///
/// `detail` is meant for the caller: it says what was wrong and what to send instead, and never exposes internals or
/// other people's data.
package struct DomainError: Error, Equatable, Sendable {
    package enum Code: String, Sendable {
        /// The request is malformed or has invalid values.
        case invalid
        /// The request has no valid credentials.
        case unauthenticated
        /// The object belongs to another user or organization, or the caller's role doesn't allow the operation.
        case forbidden
        case notFound
        /// The request is valid, but conflicts with the current state.
        case conflict
        /// The request is valid, but contradicts an earlier one of the same client: its Idempotency-Key was used with
        /// another body.
        case unprocessable
        /// The service cannot answer now, because it is overloaded or its database failed; a later try can succeed.
        case unavailable
        /// The caller exceeded a rate limit.
        case tooOften
        /// The disk is full.
        case noSpace
    }

    package let code: Code
    package let detail: String
    /// The invalid fields of the request; empty if the error isn't about fields.
    package var fields: [FieldError] = []
    /// Seconds after which a retry can succeed, for `unavailable`, `tooOften` and `noSpace`.
    package var retryAfter = 30

    package static func invalid(_ detail: String) -> Self { Self(code: .invalid, detail: detail) }
    package static func unauthenticated(_ detail: String) -> Self { Self(code: .unauthenticated, detail: detail) }
    package static func forbidden(_ detail: String) -> Self { Self(code: .forbidden, detail: detail) }
    package static func notFound(_ detail: String) -> Self { Self(code: .notFound, detail: detail) }
    package static func conflict(_ detail: String) -> Self { Self(code: .conflict, detail: detail) }
    package static func unprocessable(_ detail: String) -> Self { Self(code: .unprocessable, detail: detail) }
    package static func unavailable(_ detail: String, retryAfter: Int = 30) -> Self {
        Self(code: .unavailable, detail: detail, retryAfter: retryAfter)
    }
    package static func tooOften(_ detail: String, retryAfter: Int) -> Self {
        Self(code: .tooOften, detail: detail, retryAfter: retryAfter)
    }
    package static func noSpace(_ detail: String) -> Self { Self(code: .noSpace, detail: detail) }

    /// A request with these invalid fields; there must be at least one.
    package static func invalid(fields: [FieldError]) -> Self {
        let detail = fields.map { "\($0.subject) \($0.detail)." }.joined(separator: " ")
        return Self(code: .invalid, detail: detail, fields: fields)
    }
}

extension DomainError {
    /// The error for setting up a server that is set up already.
    package static let alreadySetUp = DomainError.conflict(
        "This server is already set up. Sign in, or ask an owner for an invitation.")
}

extension DomainError {
    /// The error for using or changing a second factor that the person doesn't have.
    package static let noSecondFactor = DomainError.conflict("Two-factor authentication is off.")
}

extension DomainError: CustomStringConvertible {
    package var description: String { detail }
}

/// The error of one field, named by a JSON pointer (RFC 6901).
package struct FieldError: Equatable, Sendable {
    package let pointer: String
    /// The problem, as the predicate of a sentence.
    package let detail: String
    /// The field's name in a sentence.
    fileprivate let subject: String

    /// A member of the request's object.
    package init(_ name: String, _ detail: String) {
        pointer = "/\(name)"
        subject = "`\(name)`"
        self.detail = detail
    }

    /// A line of an NDJSON body, counted from 1.
    package init(line number: Int, _ problem: InvalidValue) {
        pointer = "/\(number)"
        subject = "Line \(number)"
        detail = problem.detail
    }
}

/// Why a text is not a valid value of a type, as the predicate of a sentence about it: "must be …".
package struct InvalidValue: Error, Equatable, Sendable {
    package let detail: String

    package init(_ detail: String) {
        self.detail = detail
    }
}
