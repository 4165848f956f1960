import CoreMetrics
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// The only code that converts errors to responses. Unknown errors are logged in full, and the response has no details.
struct ErrorMiddleware: RouterMiddleware {
    let abandonedRequests: Counter
    let authenticator: Authenticator

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as DomainError
            where error == .secondFactorNeeded && request.wantsPage && request.isNavigation
        {
            return .seeOther(TwoFactorPages.path)
        } catch let error as DomainError {
            return await answer(Problem(error), request, context)
        } catch let error as HTTPError {
            return await answer(Problem(error), request, context)
        } catch is NIOTooManyBytesError {
            let detail = "The body is too large for this address."
            return await answer(Problem(status: .contentTooLarge, detail: detail), request, context)
        } catch BodyError.malformed {
            return await answer(
                Problem(status: .badRequest, detail: "The chunked body is malformed."), request, context)
        } catch BodyError.late {
            let detail = "The body arrived too slowly. Send it again."
            return await answer(Problem(status: .requestTimeout, detail: detail), request, context)
        } catch  where error is CancellationError || error is BodyError || error is ChannelError {
            return abandon(request, context, error)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            if let refusal = (error as? StorageError)?.refusal {
                return await answer(Problem(refusal), request, context)
            }
            let detail = "Something went wrong on the server. The server's log has the details under this request's ID."
            return await answer(Problem(status: .internalServerError, detail: detail), request, context)
        }
    }

    /// For requests that end because the client has disconnected or the server is stopping, which is neither's fault.
    /// Nobody reads the response.
    private func abandon(_ request: Request, _ context: WebContext, _ error: any Error) -> Response {
        abandonedRequests.increment()
        context.logger.debug("client closed the request", metadata: ["error": "\(error)"])
        let problem = Problem(status: .clientClosedRequest, detail: "The client closed the connection too early.")
        return problem.response(requestID: context.requestID)
    }

    /// Responds with JSON to a program and with a page to a person. A person who isn't signed in is redirected to the
    /// sign-in page, and returns from there.
    private func answer(_ problem: Problem, _ request: Request, _ context: WebContext) async -> Response {
        guard request.wantsPage else { return problem.response(requestID: context.requestID) }
        if problem.status == .unauthorized, request.isNavigation {
            let isForm = request.method != .get
            let origins = authenticator.sameOrigin.origins
            let next = isForm ? request.previousPath(on: origins)?.text ?? "/" : request.uri.string
            return .seeOther("/sign-in?next=\(next.percentEncoded)\(isForm ? "&reason=signed-out" : "")")
        }
        let browser = try? await authenticator.visitor(of: request)
        let page = problem.page(requestID: context.requestID, for: browser, at: request.uri.path)
        var response = page.response(problem.status)
        response.headers.append(contentsOf: problem.headers)
        return response
    }
}

extension HTTPResponse.Status {
    /// The usual status for it in logs and metrics; it is never sent.
    static let clientClosedRequest = Self(code: 499, reasonPhrase: "Client Closed Request")
}
