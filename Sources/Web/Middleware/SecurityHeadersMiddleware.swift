import HTTPTypes
import Hummingbird

/// Sets the headers that tell browsers not to guess a response's type, not to show it in a frame, not to send a
/// referrer, and not to store it. A page sets its own content policy, and a response that may be stored its own
/// `Cache-Control`.
struct SecurityHeadersMiddleware: RouterMiddleware {
    /// For responses that aren't pages.
    static let contentPolicy = "default-src 'none'; frame-ancestors 'none'"

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.contentPolicy
        }
        if response.headers[.referrerPolicy] == nil { response.headers[.referrerPolicy] = "no-referrer" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
