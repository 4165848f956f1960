import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// The handlers of the API's description, which is the same for everybody.
struct DocumentationHandlers: Sendable {
    private let document = ByteBuffer(string: OpenAPIDocument.current.text)
    private let page: ByteBuffer
    private let style = ByteBuffer(string: APIReferencePage.style)

    init() {
        do {
            let reference = APIReference(try OrderedJSON(parsing: OpenAPIDocument.current.text))
            page = ByteBuffer(string: APIReferencePage(reference: reference).html)
        } catch {
            preconditionFailure("the OpenAPI document is no JSON: \(error)")
        }
    }

    /// `GET /openapi.json`
    func document(_ call: Call<Anyone>) -> Response {
        answer(document, headers: .json)
    }

    /// `GET /docs`: the same as a page, which may use its style sheet and nothing else.
    func page(_ call: Call<Anyone>) -> Response {
        answer(
            page,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy:
                    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            ])
    }

    /// `GET /docs/docs.css`
    func style(_ call: Call<Anyone>) -> Response {
        answer(style, headers: [.contentType: "text/css; charset=utf-8"])
    }

    private func answer(_ bytes: ByteBuffer, headers: HTTPFields) -> Response {
        Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }
}
