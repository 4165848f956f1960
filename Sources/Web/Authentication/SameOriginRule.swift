import Domain
import HTTPTypes
import Hummingbird

/// The defence against requests that other sites make in a signed-in person's name.
struct SameOriginRule: Sendable {
    /// The origins under which browsers know this server.
    let origins: Set<String>

    /// - Throws: `DomainError.forbidden` for an unsafe request that doesn't prove to come from our own pages. One without
    ///   both headers comes from a program such as `curl`: it passes with a content type that no other site's form can
    ///   send.
    func check(_ request: Request) throws {
        guard ![.get, .head, .options].contains(request.method) else { return }
        let isOurs =
            if let isFromOwnPages = request.isFromOwnPages {
                isFromOwnPages
            } else if let origin = request.headers[.origin] {
                origins.contains(origin)
            } else {
                MediaTypes.isJSON(request.headers[.contentType])
            }
        guard isOurs else {
            throw DomainError.forbidden(
                "The request doesn't come from this server's own pages. Programs send `Content-Type: application/json`."
            )
        }
    }
}

extension Request {
    /// Whether the browser says that one of our own pages, or the person directly, asks; `nil` when it doesn't say.
    var isFromOwnPages: Bool? {
        headers[.fetchSite].map { $0 == "same-origin" || $0 == "none" }
    }
}
