import Crypto
import Domain
import HTTPTypes
import Storage

/// The `Idempotency-Key` of a request that creates something. The response that is stored for repetitions may hold a
/// secret that is shown only once, so it is encrypted with a key derived from this one, which itself isn't stored.
struct IdempotencyKey: Sendable {
    private let id: SecretDigest
    private let bodyDigest: SecretDigest
    private let sealingKey: SymmetricKey

    /// - Parameter caller: who makes the request; the same text from two callers is two keys.
    /// - Throws: `InvalidValue` for a key that isn't 1–255 printable ASCII characters.
    init(_ text: String, caller: String, address: String, body: String) throws(InvalidValue) {
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw InvalidValue("must be 1 to 255 printable ASCII characters without spaces")
        }
        let request = "\(caller)\n\(address)\n\(text)"
        id = SecretDigest(of: "id\n\(request)")
        bodyDigest = SecretDigest(of: body)
        sealingKey = SymmetricKey(data: SecretDigest(of: "answer\n\(request)").bytes)
    }

    func once<Value>(_ render: @escaping @Sendable (Value) -> [UInt8]) -> IdempotentRequest<Value> {
        let sealingKey = sealingKey
        return IdempotentRequest(id: id, bodyDigest: bodyDigest) { value in
            let sealed = try ChaChaPoly.seal(render(value), using: sealingKey)
            return Array(sealed.combined)
        }
    }

    /// Decrypts a stored response.
    func open(_ answer: [UInt8]) throws -> [UInt8] {
        Array(try ChaChaPoly.open(ChaChaPoly.SealedBox(combined: answer), using: sealingKey))
    }
}
