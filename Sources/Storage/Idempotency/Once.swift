package import Domain
import FoundationEssentials
import GRDB

/// A change that has one effect however often its request is repeated within a day.
package struct Once<Value: Sendable>: Sendable {
    /// What tells the request from every other.
    let id: SecretDigest
    /// What tells whether it is the same request.
    let bodyDigest: SecretDigest
    /// The answer to keep for the repetitions.
    let answer: @Sendable (Value) throws -> [UInt8]

    package init(
        id: SecretDigest, bodyDigest: SecretDigest, answer: @escaping @Sendable (Value) throws -> [UInt8]
    ) {
        self.id = id
        self.bodyDigest = bodyDigest
        self.answer = answer
    }
}

/// What came of a change that may have been asked for before.
package enum Performed<Value: Sendable>: Sendable {
    case now(Value)
    /// It was done before; this is the answer that was kept.
    case before([UInt8])
}

extension Database {
    /// Makes the change, unless it was made before, and keeps its answer in the same transaction.
    ///
    /// - Throws: `DomainError.unprocessable` when the same key came with another body.
    func perform<Value>(
        _ once: Once<Value>?, at time: Timestamp, _ change: () throws -> Value
    ) throws -> Performed<Value> {
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
            return .before(Array(answer))
        }
        let value = try change()
        try cachedStatement(
            sql: "INSERT INTO idempotent_answers (id, body_digest, answer, created_at) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [once.id, once.bodyDigest, Data(try once.answer(value)), time])
        return .now(value)
    }
}
