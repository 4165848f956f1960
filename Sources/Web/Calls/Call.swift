import Domain
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// A request with the identity of its caller: a handler that needs a signed-in person accepts only a call of one, so
/// that a forgotten check doesn't compile.
struct Call<Identity: Sendable>: Sendable {
    let request: Request
    let context: WebContext
    let identity: Identity
    let query: Query
    /// Accounts for the memory that the body uses.
    let memory: BodyMemory

    var logger: Logger { context.logger }

    func with<Other>(_ identity: Other) -> Call<Other> {
        Call<Other>(request: request, context: context, identity: identity, query: query, memory: memory)
    }
}

extension Call<Anyone> {
    init(_ request: Request, _ context: WebContext, bodies budget: BodyBudget) {
        self.init(
            request: request, context: context, identity: Anyone(), query: Query(of: request, context),
            memory: BodyMemory(of: budget))
    }
}

/// The framework's context of a request.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The id that the response and all log lines of this request carry.
    var requestID = "" {
        didSet {
            logger[metadataKey: "hb.request.id"] = nil  // the framework's own
            logger[metadataKey: "requestId"] = .string(requestID)
        }
    }
    let caller = RequestCaller()

    /// The client's connection.
    let channel: any Channel

    package init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}
