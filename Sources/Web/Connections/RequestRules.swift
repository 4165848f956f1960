import HTTPTypes
import NIOHTTP1

/// The rules of RFC 9110 and 9112 for a request's head that the parser doesn't check.
enum RequestRules {
    /// Why a head is refused; `nil` if it is accepted.
    static func refusal(of head: HTTPRequestHead) -> Problem? {
        guard head.version == .http1_1 || head.version == .http1_0 else {
            return Problem(status: .httpVersionNotSupported, detail: "Send HTTP/1.1.")
        }
        guard HTTPRequest.Method(head.method.rawValue) != nil else {
            return Refusal.malformed("The method is not a valid HTTP method.")
        }
        return hostRefusal(of: head) ?? codingRefusal(of: head) ?? expectationRefusal(of: head)
    }

    /// Whether a request asks if the process is alive, which is answered however many others are under way.
    static func asksIfAlive(_ head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.uri == "/livez"
    }

    static func awaitsContinue(_ head: HTTPRequestHead) -> Bool {
        head.version == .http1_1 && head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
    }

    /// Whether no request can follow on the connection: because the client says so, because HTTP/1.0 has no reliable
    /// way to say otherwise, or because the client asks for another protocol, and the parser treats all further input
    /// as that protocol.
    static func isLast(_ head: HTTPRequestHead) -> Bool {
        let options = head.headers[canonicalForm: "connection"].map { $0.lowercased() }
        return head.version == .http1_0 || options.contains("close") || head.method == .CONNECT
            || (options.contains("upgrade") && head.headers.contains(name: "upgrade"))
    }

    /// RFC 9112, 3.2: exactly one `Host`; before HTTP/1.1 it may be missing.
    private static func hostRefusal(of head: HTTPRequestHead) -> Problem? {
        let hosts = head.headers["host"]
        guard hosts.count == 1 || (hosts.isEmpty && head.version == .http1_0) else {
            return Refusal.malformed("Send the header field `Host` once.")
        }
        guard let host = hosts.first, host.utf8.contains(where: { !isHostByte($0) }) else { return nil }
        return Refusal.malformed("The header field `Host` must be a host, optionally with a port.")
    }

    /// The characters of a host and a port (RFC 3986, 3.2.2 and 3.2.3).
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~%!$&'()*+;=:[]".utf8.contains(byte)
        }
    }

    /// RFC 9112, 6.1: no transfer coding other than `chunked`, which is applied once.
    private static func codingRefusal(of head: HTTPRequestHead) -> Problem? {
        let fields = head.headers["transfer-encoding"]
        guard !fields.isEmpty else { return nil }
        guard head.version == .http1_1, !head.headers.contains(name: "content-length") else {
            return Refusal.malformed("`Transfer-Encoding` is allowed only in HTTP/1.1 and without `Content-Length`.")
        }
        let codings = fields.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { $0.trimmingPrefix(while: isBlank).lowercased() }
            .map { String($0.reversed().trimmingPrefix(while: isBlank).reversed()) }
        guard codings != ["chunked"] else { return nil }
        guard codings.allSatisfy({ $0 == "chunked" }) else {
            return Problem(status: .notImplemented, detail: "`chunked` is the only supported transfer encoding.")
        }
        return Refusal.malformed("The transfer encoding `chunked` is allowed only once.")
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t"
    }

    private static func expectationRefusal(of head: HTTPRequestHead) -> Problem? {
        let expectations = head.headers[canonicalForm: "expect"]
        guard head.version == .http1_1, expectations.contains(where: { $0.lowercased() != "100-continue" }) else {
            return nil
        }
        return Problem(status: .expectationFailed, detail: "The only supported expectation is `100-continue`.")
    }
}
