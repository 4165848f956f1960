import Domain
import HTTPTypes
import Hummingbird

/// The defense against cross-site request forgery: requests that other sites make in a signed-in person's name.
struct SameOriginRule: Sendable {
    /// The origins under which browsers reach this server.
    let origins: Set<String>

    /// - Throws: `DomainError.forbidden` for an unsafe request that doesn't prove that it comes from our own pages. A
    ///   request with neither `Sec-Fetch-Site` nor `Origin` comes from a program such as `curl`: it passes if its
    ///   content type is JSON, which no other site's form can send.
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
            throw DomainError.otherSite
        }
    }
}

extension Request {
    /// Whether, according to the browser, the request comes from one of our own pages or directly from the person;
    /// `nil` if the browser doesn't say.
    var isFromOwnPages: Bool? {
        headers[.fetchSite].map { $0 == "same-origin" || $0 == "none" }
    }
}
