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
    /// next to the secret (BREACH). So responses to POST are never compressed, nor are those to requests that another
    /// site's page makes in a signed-in person's name, nor pages that show a new key or link (see `uncompressed`).
    var takesGzip: Bool {
        guard method == .get || method == .head, isFromOwnPages ?? true else { return false }
        return AcceptedEncodings(headers[.acceptEncoding]).prefersGzip
    }
}

extension Response {
    /// A copy of the response that no middleware compresses.
    var uncompressed: Response {
        var response = self
        response.headers.append(HTTPField(name: .vary, value: HTTPField.Name.acceptEncoding.rawName))
        return response
    }
}
