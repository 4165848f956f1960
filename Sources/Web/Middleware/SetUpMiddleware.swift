import Domain
import Hummingbird
import Storage

/// Refuses everything that needs an organization until there is one.
struct SetUpMiddleware: RouterMiddleware {
    let gate: SetUpGate
    let accounts: AccountStore
    /// The paths that are served even before that.
    let exceptions: Set<String>

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if exceptions.contains(request.uri.path) { return try await next(request, context) }
        guard try await gate.isOpen(asking: accounts) else {
            if request.wantsPage {
                return Page(template: "not-set-up", title: "Not set up yet", content: ()).response(.serviceUnavailable)
            }
            throw DomainError.notSetUp
        }
        return try await next(request, context)
    }
}
