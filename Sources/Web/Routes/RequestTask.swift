import HTTPTypes
package import Hummingbird
import Threads

/// Answers every request in a task of its own. Memory that a connection's own task used for it would stay allocated as
/// long as the connection, which for a stream is days.
///
/// A request that only reads is cancelled when its client disconnects, since nobody waits for the result any more. A
/// request that writes goes on, since the client can't know how far it got.
package struct RequestTask<Base: HTTPResponder>: HTTPResponder where Base.Context == WebContext {
    private let base: Base
    private let departures = ClientDepartures()

    package init(_ base: Base) {
        self.base = base
    }

    package func respond(to request: Request, context: WebContext) async throws -> Response {
        // All tasks share these threads. Under overload they would take the processors from the event loops.
        ThreadPriority.request.apply()
        guard request.method == .get || request.method == .head else {
            async let response = base.respond(to: request, context: context)
            return try await response
        }
        return try await departures.cancelling(on: context.channel) {
            try await base.respond(to: request, context: context)
        }
    }
}
