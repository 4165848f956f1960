import HTTPTypes
import Hummingbird

/// The size in bytes from which compression is worth its while.
enum Compression {
    static let minimumSize = 1024
}

extension Request {
    /// Whether the answer may be compressed for this client.
    ///
    /// How long a compressed answer is tells of a secret in it to somebody who can put guesses beside it (BREACH). Keys
    /// and links are shown in answers to POST only, which stay as they are; and so does what another site's page asks
    /// for in a signed-in person's name.
    var takesGzip: Bool {
        guard method == .get || method == .head, isFromOwnPages ?? true else { return false }
        return AcceptedEncodings(headers[.acceptEncoding]).prefersGzip
    }
}
