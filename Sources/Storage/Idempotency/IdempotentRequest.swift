package import Domain
import FoundationEssentials
import GRDB

/// An idempotent change: repeated requests within a day have one effect and get the same response.
package struct IdempotentRequest<Value: Sendable>: Sendable {
    /// Identifies the request, so that repetitions are found.
    let id: SecretDigest
    /// Digest of the body; it must be the same in a repetition.
    let bodyDigest: SecretDigest
    /// Encodes the response that is stored for repetitions.
    let answer: @Sendable (Value) throws -> [UInt8]

    package init(
        id: SecretDigest, bodyDigest: SecretDigest, answer: @escaping @Sendable (Value) throws -> [UInt8]
    ) {
        self.id = id
        self.bodyDigest = bodyDigest
        self.answer = answer
    }
}

/// The result of a change that may have been made before.
package enum IdempotentResult<Value: Sendable>: Sendable {
    case now(Value)
    /// The change was made before; the stored response of the first request.
    case replayed([UInt8])
}

extension Database {
    /// Makes the change unless it was made before, and stores its response in the same transaction. Without `once` it
    /// always makes the change.
    ///
    /// - Throws: `DomainError.unprocessable` when the same key came with another body.
    func perform<Value>(
        _ once: IdempotentRequest<Value>?, at time: Timestamp, _ change: () throws -> Value
    ) throws -> IdempotentResult<Value> {
        guard let once else { return .now(try change()) }
        let oldest = time - .seconds(86_400)
        try cachedStatement(sql: "DELETE FROM idempotent_answers WHERE id = ? AND created_at <= ?")
            .execute(arguments: [once.id, oldest])
        try deleteExpired(from: "idempotent_answers", by: "created_at", upTo: oldest)
        let query = try cachedStatement(sql: "SELECT body_digest, answer FROM idempotent_answers WHERE id = ?")
        if let row = try Row.fetchOne(query, arguments: [once.id]) {
            let digest: SecretDigest = try row[0]
            guard digest.matches(once.bodyDigest) else {
                throw DomainError.unprocessable("This Idempotency-Key was used with another body. Use a new one.")
            }
            let answer: Data = try row[1]
            return .replayed(Array(answer))
        }
        let value = try change()
        try cachedStatement(
            sql: "INSERT INTO idempotent_answers (id, body_digest, answer, created_at) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [once.id, once.bodyDigest, Data(try once.answer(value)), time])
        return .now(value)
    }
}
