import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The one place where an error becomes a response. What we don't know is logged in full and answered blandly.
struct ErrorMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as DomainError {
            return Problem(error).response(requestID: context.requestID)
        } catch let error as HTTPError {
            return Problem(error).response(requestID: context.requestID)
        } catch is NIOTooManyBytesError {
            let detail = "The body is larger than this address takes."
            return Problem(status: .contentTooLarge, detail: detail).response(requestID: context.requestID)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            let detail = "Something went wrong on the server. Its log tells more under this request's id."
            return Problem(status: .internalServerError, detail: detail).response(requestID: context.requestID)
        }
    }
}
