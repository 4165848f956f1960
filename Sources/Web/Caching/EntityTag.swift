import Crypto
import FoundationEssentials
import NIOCore

/// Tells a client whether it has a body already (RFC 9110, 8.8.3). It is made of the body's bytes and so changes whenever
/// they do; it is a weak one, which stands for the body in each encoding.
struct EntityTag: Sendable {
    let text: String

    init(of bytes: ByteBuffer) {
        let digest = SHA256.hash(data: bytes.readableBytesView).prefix(16)
        text = "W/\"\(Data(digest).base64EncodedString())\""
    }

    /// - Parameter list: the `If-None-Match` of a request.
    func isAmong(_ list: String?) -> Bool {
        guard let list else { return false }
        let opaque = text.dropFirst(2)
        return list.split(separator: ",").contains { element in
            let element = element.filter { !$0.isWhitespace }
            return element == "*" || element == text || element == opaque
        }
    }
}
