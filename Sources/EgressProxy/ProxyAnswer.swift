import Domain
import NIOCore

/// Responses of the proxy itself.
enum ProxyAnswer {
    static let established = ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n")

    /// An error response, with a sentence for the reader of the agent's output, and the error type of the Proxy-Status
    /// header (RFC 9209).
    static func error(_ status: String, _ kind: String, _ sentence: String) -> ByteBuffer {
        let body = "Lodestone: \(sentence)\n"
        return ByteBuffer(
            string: """
                HTTP/1.1 \(status)\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: \(body.utf8.count)\r\n\
                Proxy-Status: lodestone; error=\(kind)\r\nConnection: close\r\n\r\n\(body)
                """)
    }

    static func badRequest(_ sentence: String) -> ByteBuffer {
        error("400 Bad Request", "http_request_error", sentence)
    }

    static func failure(_ failure: EgressError, of destination: NetworkDestination) -> ByteBuffer {
        switch failure {
        case .refused(.notAllowed):
            error(
                "403 Forbidden", "http_request_denied",
                "This session's environment doesn't allow \(destination).")
        case .refused(.aboveCeiling):
            error(
                "403 Forbidden", "http_request_denied",
                "The organization or the server doesn't allow \(destination).")
        case .refused(.privateAddress):
            error(
                "403 Forbidden", "destination_ip_prohibited",
                "\(destination) is in a private network. Only the server's operator can allow it.")
        case .unavailable:
            error("503 Service Unavailable", "proxy_internal_error", "The allowed hosts could not be read. Try again.")
        case .unknownHost:
            error("502 Bad Gateway", "dns_error", "\(destination.host) has no address.")
        case .unreachable:
            error("502 Bad Gateway", "connection_refused", "Could not connect to \(destination).")
        }
    }
}

extension ChannelHandlerContext {
    /// Sends a final response and then closes the connection.
    func finish(with answer: ByteBuffer) {
        let channel = channel
        writeAndFlush(NIOAny(answer)).whenComplete { _ in channel.close(promise: nil) }
    }
}
