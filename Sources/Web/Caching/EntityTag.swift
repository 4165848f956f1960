import Crypto
import FoundationEssentials
import NIOCore

/// The validator by which a client finds out whether its copy of a body is current (RFC 9110, 8.8.3). It is a digest of
/// the body's bytes and so changes whenever they do. It is weak, since it covers the body in every encoding.
struct EntityTag: Sendable {
    let text: String

    init(of bytes: ByteBuffer) {
        let digest = SHA256.hash(data: bytes.readableBytesView).prefix(16)
        text = "W/\"\(Data(digest).base64EncodedString())\""
    }

    /// - Parameter list: the `If-None-Match` header of a request.
    func isAmong(_ list: String?) -> Bool {
        guard let list else { return false }
        let opaque = text.dropFirst(2)
        return list.split(separator: ",").contains { element in
            let element = element.filter { !$0.isWhitespace }
            return element == "*" || element == text || element == opaque
        }
    }
}
