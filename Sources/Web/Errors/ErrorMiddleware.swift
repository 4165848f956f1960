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
            return answer(Problem(error), request, context)
        } catch let error as HTTPError {
            return answer(Problem(error), request, context)
        } catch is NIOTooManyBytesError {
            let detail = "The body is larger than this address takes."
            return answer(Problem(status: .contentTooLarge, detail: detail), request, context)
        } catch is CancellationError {
            // Its client has gone, and nobody reads this.
            let detail = "The request was given up."
            return answer(Problem(status: .serviceUnavailable, detail: detail), request, context)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            let detail = "Something went wrong on the server. Its log tells more under this request's id."
            return answer(Problem(status: .internalServerError, detail: detail), request, context)
        }
    }

    /// A program gets the problem as data, a person as a page; who isn't signed in is asked to.
    private func answer(_ problem: Problem, _ request: Request, _ context: WebContext) -> Response {
        guard request.wantsPage else { return problem.response(requestID: context.requestID) }
        if problem.status == .unauthorized, request.method == .get {
            return .seeOther("/sign-in?next=\(request.uri.string.percentEncoded)")
        }
        var response = problem.page(requestID: context.requestID).response(problem.status)
        response.headers.append(contentsOf: problem.headers)
        return response
    }
}
