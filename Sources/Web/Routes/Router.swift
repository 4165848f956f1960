import Domain
import HTTPTypes
package import Hummingbird
import Storage

/// Builds the router: the middleware in their order, then the routes.
package func makeRouter(_ services: Services) -> Router<WebContext> {
    // A server with a broken template or script doesn't start.
    PageTemplates.load()
    let routes = RouteTable(services).routes
    let proxies = services.configuration.trustedProxies
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestIDMiddleware()
        AccessLogMiddleware(trustedProxies: services.configuration.trustedProxies)
        MetricsMiddleware(metrics: RequestMetrics(in: services.metrics))
        CompressionMiddleware()
        SecurityHeadersMiddleware()
        SecureConnectionMiddleware(isAlwaysSecure: services.configuration.isSecure, trustedProxies: proxies)
        ThemeMiddleware()
        ErrorMiddleware(
            abandonedRequests: ConnectionMetrics(in: services.metrics).abandonedRequests,
            authenticator: services.authenticator)
        SetUpMiddleware(
            gate: services.setUpGate, accounts: services.store.accounts,
            exceptions: Set(routes.filter(\.isServedBeforeSetUp).map(\.path)))
    }
    for route in routes {
        var authenticator = services.authenticator
        authenticator.admitsWithoutSecondFactor = route.isServedWithoutSecondFactor
        router.on(RouterPath(route.path), method: route.method) { [authenticator] request, context in
            let call = Call(request, context, bodies: services.bodyBudget)
            return try await AuditOrigin.$current.withValue(call.auditOrigin(trusting: proxies)) {
                try await route.respond(call, authenticator)
            }
        }
    }
    for (path, routes) in Dictionary(grouping: routes, by: \.path) {
        let methods = routes.map(\.method)
        refuseOtherMethods(than: methods.contains(.get) ? methods + [.head] : methods, on: path, in: router)
    }
    return router
}

/// The framework answers a known path with an unknown method as if there was no such path.
private func refuseOtherMethods(than methods: [HTTPRequest.Method], on path: String, in router: Router<WebContext>) {
    let names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY"]
    let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
    for method in names.compactMap(HTTPRequest.Method.init(_:)) where !methods.contains(method) {
        router.on(RouterPath(path), method: method) { request, _ -> Response in
            throw HTTPError(
                .methodNotAllowed, headers: [.allow: allowed],
                message: "\(request.method.rawValue) is not supported at this address. Use \(allowed).")
        }
    }
}
