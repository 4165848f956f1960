import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// The handlers of the API's description, which is the same for everybody.
struct DocumentationHandlers: Sendable {
    private let document = CachedBody(ByteBuffer(string: OpenAPIDocument.current.text))
    private let page: CachedBody
    private let style = CachedBody(ByteBuffer(string: APIReferencePage.style))

    init() {
        do {
            let reference = APIReference(try OrderedJSON(parsing: OpenAPIDocument.current.text))
            page = CachedBody(ByteBuffer(string: APIReferencePage(reference: reference).html))
        } catch {
            preconditionFailure("the OpenAPI document is no JSON: \(error)")
        }
    }

    /// `GET /openapi.json`
    func document(_ call: Call<Anyone>) async -> Response {
        await document.response(to: call.request, MediaTypes.json, cacheControl: "no-cache")
    }

    /// `GET /docs`: the same as a page, which may use its style sheet and nothing else.
    func page(_ call: Call<Anyone>) async -> Response {
        await page.response(
            to: call.request, "text/html; charset=utf-8", cacheControl: "no-cache",
            headers: [
                .contentSecurityPolicy:
                    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ])
    }

    /// `GET /docs/docs.css`
    func style(_ call: Call<Anyone>) async -> Response {
        await style.response(to: call.request, "text/css; charset=utf-8", cacheControl: "no-cache")
    }
}
