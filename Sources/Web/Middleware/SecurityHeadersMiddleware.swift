import HTTPTypes
import Hummingbird

/// What every answer tells browsers: not to guess its type, not to show it in a frame, not to keep it. A page says itself
/// what it loads, and a body that is the same for long who may keep it.
struct SecurityHeadersMiddleware: RouterMiddleware {
    /// Of what isn't a page.
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
