import HTTPTypes
import Hummingbird

/// The size in bytes from which compression is worth its while.
enum Compression {
    static let minimumSize = 1024
}

extension Request {
    /// Whether the answer may be compressed for this client.
    ///
    /// How long a compressed answer is tells of a secret in it to somebody who can put guesses beside it (BREACH). So
    /// answers to POST stay as they are, and what another site's page asks for in a signed-in person's name; and pages
    /// with a new key or link, by `uncompressed`.
    var takesGzip: Bool {
        guard method == .get || method == .head, isFromOwnPages ?? true else { return false }
        return AcceptedEncodings(headers[.acceptEncoding]).prefersGzip
    }
}

extension Response {
    /// The same answer, which no middleware compresses.
    var uncompressed: Response {
        var response = self
        response.headers.append(HTTPField(name: .vary, value: HTTPField.Name.acceptEncoding.rawName))
        return response
    }
}
