import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// The handlers of the API's description, which is the same for everybody.
struct DocumentationHandlers: Sendable {
    private let services: Services
    private let document = CachedBody(ByteBuffer(bytes: OpenAPIDocument.bytes))

    init(services: Services) {
        self.services = services
    }

    private static let reference = APIReferencePage(reference: APIReference(OpenAPIDocument.json))
    private static let content = DocumentationContent(html: reference.html)

    /// `GET /openapi.json`
    func document(_ call: Call<Anyone>) async -> Response {
        await document.response(to: call.request, MediaTypes.json, cacheControl: "no-cache")
    }

    /// `GET /docs`: the description as a page, with the navigation of the signed-in person, if any.
    func page(_ call: Call<Anyone>) async -> Response {
        let browser = try? await services.authenticator.visitor(of: call.request)
        return Page(
            template: "docs", title: Self.reference.title, content: Self.content, frame: browser.map { PageFrame($0) },
            script: .docs
        ).response()
    }
}

/// The content of `docs.mustache`.
private struct DocumentationContent {
    let html: String
}
