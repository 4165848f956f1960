/// Why something was refused, in terms of the service rather than of HTTP or SQL.
///
/// `detail` is meant for the person who asked: it says what was wrong and what to send instead, and never tells of the
/// inside or of what belongs to others.
package struct DomainError: Error, Equatable, Sendable {
    package enum Code: String, Sendable {
        /// The request itself is wrong.
        case invalid
        /// Nobody we know is asking.
        case unauthenticated
        /// It belongs to somebody else, or the role doesn't allow it.
        case forbidden
        case notFound
        /// It is right, but clashes with what is there.
        case conflict
        /// It is right by itself, but not after what the same client asked before.
        case unprocessable
        /// It would be served at a quieter time.
        case unavailable
        /// The same caller asked too often.
        case tooOften
        /// There is no room to store it.
        case noSpace
    }

    package let code: Code
    package let detail: String
    package var fields: [FieldError] = []
    /// After how many seconds it is worth asking again, for `unavailable`, `tooOften` and `noSpace`.
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

    /// A body with these fields wrong; there is at least one.
    package static func invalid(fields: [FieldError]) -> Self {
        let detail = fields.map { "\($0.subject) \($0.detail)." }.joined(separator: " ")
        return Self(code: .invalid, detail: detail, fields: fields)
    }
}

extension DomainError {
    /// What a second set-up is told.
    package static let alreadySetUp = DomainError.conflict(
        "This server is set up already. Sign in, or ask an owner for an invitation.")
}

extension DomainError: CustomStringConvertible {
    package var description: String { detail }
}

/// What is wrong with one field, named by a JSON pointer (RFC 6901).
package struct FieldError: Equatable, Sendable {
    package let pointer: String
    /// What is wrong with it, as the predicate of a sentence.
    package let detail: String
    /// How a person calls it.
    fileprivate let subject: String

    /// A field of an object.
    package init(_ name: String, _ detail: String) {
        pointer = "/\(name)"
        subject = "`\(name)`"
        self.detail = detail
    }

    /// A line of a body with many, counted from 1.
    package init(line number: Int, _ problem: InvalidValue) {
        pointer = "/\(number)"
        subject = "Line \(number)"
        detail = problem.detail
    }
}

/// Why a text is no value of some type, as the predicate of a sentence about it: "must be …".
package struct InvalidValue: Error, Equatable, Sendable {
    package let detail: String

    package init(_ detail: String) {
        self.detail = detail
    }
}
