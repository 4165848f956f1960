import Domain
import TestSupport

extension Credential {
    /// One with the same public id and a right checksum, but another secret.
    var forged: Credential {
        switch self {
        case .none: .none
        case .key(let text): .key(Self.forged(text))
        case .cookie(let text): .cookie(Self.forged(text))
        }
    }

    private static func forged(_ token: String) -> String {
        let genuine = token.dropLast(7)
        let forged = genuine.dropLast() + (genuine.hasSuffix("0") ? "1" : "0")
        return forged + Base32.encode(CRC32.checksum(of: forged))
    }
}
