import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load. Browsers keep them, and ask each time whether they are still the same.
enum PublicAssets {
    static let routes: [Route] = EmbeddedAsset.all.compactMap { asset in
        guard asset.folder != .templates else { return nil }
        let body = CachedBody(ByteBuffer(bytes: asset.bytes))
        let headers = headers(of: asset.name)
        return Route.open(.get, path(of: asset.name)) { call in
            await body.response(
                to: call.request, mediaType(of: asset.name), cacheControl: "no-cache", headers: headers)
        }.asPage.evenBeforeSetUp
    }

    /// What a service worker sees of the server is what is below its own path.
    private static let serviceWorker = "service-worker.js"

    private static func path(of name: String) -> String {
        name == serviceWorker ? "/\(name)" : "/assets/\(name)"
    }

    /// A service worker asks the server with the policy that it came with.
    private static func headers(of name: String) -> HTTPFields {
        name == serviceWorker ? [.contentSecurityPolicy: "default-src 'none'; connect-src 'self'"] : [:]
    }

    private static func mediaType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "png": "image/png"
        case "webmanifest": "application/manifest+json"
        default: "image/svg+xml"
        }
    }
}
