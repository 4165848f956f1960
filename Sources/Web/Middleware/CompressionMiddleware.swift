import HTTPTypes
import Hummingbird

/// Compresses responses that are text and long enough, for clients that accept it. Event streams are not compressed: an
/// event that waits for more data to be compressed with is late.
struct CompressionMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isWorthwhile(response) else { return response }
        response.headers.append(HTTPField(name: .vary, value: HTTPField.Name.acceptEncoding.rawName))
        // The response to HEAD states the length of the body, which isn't known yet for a compressed one.
        guard request.method != .head, request.takesGzip else { return response }
        response.headers[.contentEncoding] = "gzip"
        let body = response.body
        response.body = ResponseBody { writer in try await body.write(GzipWriter(writer)) }
        return response
    }

    private static func isWorthwhile(_ response: Response) -> Bool {
        let headers = response.headers
        let isDecided = headers[.vary]?.contains(HTTPField.Name.acceptEncoding.rawName) ?? false
        let length = headers[.contentLength].flatMap(Int.init) ?? .max
        return !isDecided && length >= Compression.minimumSize && MediaTypes.isText(headers[.contentType])
    }
}
