import HTTPTypes
import Hummingbird

/// Counts and times every request. Labels use the route's pattern and never the path itself: anybody could make up
/// endless paths, and a path names an organization's data.
struct MetricsMiddleware: RouterMiddleware {
    let metrics: RequestMetrics

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        metrics.record(
            ContinuousClock.now - start,
            of: RequestMetrics.Labels(
                method: Self.methods.contains(request.method) ? request.method.rawValue : "other",
                route: Self.pattern(context),
                statusClass: response.status.code / 100))
        return response
    }

    /// The framework's name for an address without a route isn't a path.
    private static func pattern(_ context: WebContext) -> String {
        context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "none"
    }
}
