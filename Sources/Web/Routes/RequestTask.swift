package import Hummingbird

/// Makes every answer in a task of its own. What a connection's own task used for it would stay allocated for as long
/// as the connection, which for a stream is days.
package struct RequestTask<Base: HTTPResponder>: HTTPResponder where Base.Context: Sendable {
    private let base: Base

    package init(_ base: Base) {
        self.base = base
    }

    package func respond(to request: Request, context: Base.Context) async throws -> Response {
        async let response = base.respond(to: request, context: context)
        return try await response
    }
}
