import HTTPTypes
package import Hummingbird

/// Makes every answer in a task of its own. What a connection's own task used for it would stay allocated for as long
/// as the connection, which for a stream is days.
///
/// What only reads is cancelled when its client goes away: nobody waits for a search any more. What writes goes on: a
/// client can't know how far it was.
package struct RequestTask<Base: HTTPResponder>: HTTPResponder where Base.Context == WebContext {
    private let base: Base
    private let departures = ClientDepartures()

    package init(_ base: Base) {
        self.base = base
    }

    package func respond(to request: Request, context: WebContext) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            async let response = base.respond(to: request, context: context)
            return try await response
        }
        return try await departures.cancelling(on: context.channel) {
            try await base.respond(to: request, context: context)
        }
    }
}
