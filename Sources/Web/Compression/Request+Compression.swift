import HTTPTypes
import Hummingbird

/// The size in bytes from which compression is worthwhile.
enum Compression {
    static let minimumSize = 1024
}

extension Request {
    /// Whether the response may be compressed for this client.
    ///
    /// The length of a compressed response reveals something about a secret in it to an attacker who can place guesses
    /// next to the secret (BREACH). Keys and links are shown only in responses to POST, which are never compressed;
    /// neither are responses to requests that another site's page makes in a signed-in person's name.
    var takesGzip: Bool {
        guard method == .get || method == .head, isFromOwnPages ?? true else { return false }
        return AcceptedEncodings(headers[.acceptEncoding]).prefersGzip
    }
}
