import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// Finds out whether the client uses https. If so, browsers are told to use only https for this host in the future (RFC
/// 6797).
struct SecureConnectionMiddleware: RouterMiddleware {
    /// Whether all clients use https, as the public address says.
    let isAlwaysSecure: Bool
    let trustedProxies: [AddressRange]

    /// A year, which is the least that OWASP ASVS accepts.
    static let strictTransport = "max-age=31536000; includeSubDomains"

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let isSecure =
            isAlwaysSecure
            || ClientConnection.isSecure(
                toProxy: context.channel.remoteAddress?.internetAddress, headers: request.headers,
                trustedProxies: trustedProxies)
        guard isSecure else { return try await next(request, context) }
        var response = try await ClientConnection.$isSecure.withValue(true) { try await next(request, context) }
        response.headers[.strictTransportSecurity] = Self.strictTransport
        return response
    }
}
