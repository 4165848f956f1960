import Domain
import Hummingbird
import Logging

/// Logs one line per request: never its query, headers or body, which hold people's texts and secrets.
struct AccessLogMiddleware: RouterMiddleware {
    let trustedProxies: [AddressRange]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        guard context.logger.logLevel <= .info else { return response }
        let line = AccessLogLine(
            request, context, status: response.status, startedAt: start,
            client: ClientAddress(channel: context.channel, headers: request.headers, trustedProxies: trustedProxies))
        if request.method == .head {
            line.write(bytes: 0)
        } else if let length = response.body.contentLength {
            line.write(bytes: length)
        } else {
            let transfer = AccessLogTransfer(line)
            let body = response.body
            response.body = ResponseBody { writer in
                try await body.write(CountingWriter(base: writer, transfer: transfer))
            }
        }
        return response
    }
}
