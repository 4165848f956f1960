import Crypto
import CryptoExtras
import Domain
import Foundation
import Threads

/// Hashes and verifies passwords with scrypt, on its own threads and never on all cores: hashing is slow on purpose,
/// and the rest of the service must go on meanwhile. Callers wait in `HashTurns`.
package final class PasswordHasher: Sendable {
    /// scrypt's parameters, stored with every hash, so that they can be raised later.
    package struct Cost: Sendable {
        let logRounds: Int
        let blockSize: Int
        let parallelism: Int

        /// One of the equivalent settings in OWASP's Password Storage Cheat Sheet, the one that uses 32 MiB.
        package static let recommended = Cost(logRounds: 15, blockSize: 8, parallelism: 3)

        package init(logRounds: Int, blockSize: Int, parallelism: Int) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    private let cost: Cost
    private let threads: WorkerThreads
    let turns: HashTurns

    package init(cost: Cost = .recommended) {
        let count = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        threads = WorkerThreads(count: count)
        turns = HashTurns(turns: count)
        self.cost = cost
    }

    /// A new hash, such as `$scrypt$ln=15,r=8,p=3$salt$hash`.
    ///
    /// - Throws: `DomainError.unavailable` and `.tooOften` when too many callers wait.
    package func hash(_ password: String, for requester: HashRequester) async throws -> String {
        let cost = cost
        return try await run(for: requester) {
            let salt = SymmetricKey(size: .bits128).bytes
            return PasswordHash(cost: cost, salt: salt, hash: try Self.derive(password, salt, cost)).text
        }
    }

    /// Whether the password matches the hash. Without a hash it takes as long and fails, so that the time doesn't
    /// reveal who has an account.
    ///
    /// - Throws: `DomainError.unavailable` and `.tooOften` when too many callers wait.
    package func verify(
        _ password: String, against text: String?, for requester: HashRequester
    ) async throws -> Bool {
        let cost = cost
        return try await run(for: requester) {
            guard let stored = text.flatMap(PasswordHash.init(text:)) else {
                _ = try Self.derive(password, [UInt8](repeating: 0, count: 16), cost)
                return false
            }
            let derived = try Self.derive(password, stored.salt, stored.cost)
            return SecretDigest(bytes: derived).matches(SecretDigest(bytes: stored.hash))
        }
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism
        ).bytes
    }

    private func run<Value: Sendable>(
        for requester: HashRequester, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await turns.begin(for: requester)
        defer { turns.end() }
        guard await !requester.isGone() else {
            throw DomainError.clientGone
        }
        return try await threads.run(work)
    }
}

extension SymmetricKey {
    fileprivate var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}

/// The stored form of a hash, in the string format of the Password Hashing Competition.
private struct PasswordHash {
    let cost: PasswordHasher.Cost
    let salt: [UInt8]
    let hash: [UInt8]

    var text: String {
        let parameters = "ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(parameters)$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
    }

    init(cost: PasswordHasher.Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    init?(text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let salt = Data(base64Encoded: String(parts[2])),
            let hash = Data(base64Encoded: String(parts[3]))
        else { return nil }
        let numbers = parts[1].split(separator: ",").compactMap { Int($0.drop { $0 != "=" }.dropFirst()) }
        guard numbers.count == 3 else { return nil }
        cost = PasswordHasher.Cost(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        self.salt = Array(salt)
        self.hash = Array(hash)
    }
}
