import Domain
import HTTPTypes
import Hummingbird

/// Gives every request an id, which the response repeats: the client's own if it is safe in a log line, otherwise a new
/// one.
struct RequestIDMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let id = Self.id(of: request.headers[.requestID])
        context.requestID = id
        var response = try await next(request, context)
        response.headers[.requestID] = id
        return response
    }

    /// The client's id if it is safe in a log line, otherwise a new one.
    static func id(of offered: String?) -> String {
        offered.flatMap(accepted) ?? makeID()
    }

    private static func accepted(_ id: String) -> String? {
        let isSafe = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isSafe && (1...64).contains(id.utf8.count) ? id : nil
    }

    static func makeID() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base32.random(characters: 16, using: &generator)
    }
}
