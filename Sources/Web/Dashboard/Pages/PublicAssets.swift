import Hummingbird
import NIOCore

/// The files that pages load. Browsers keep them, and ask each time whether they are still the same.
enum PublicAssets {
    static let routes: [Route] = EmbeddedAsset.all.compactMap { asset in
        guard asset.folder != .templates else { return nil }
        let body = KeptBody(ByteBuffer(string: asset.text))
        return Route.open(.get, "/assets/\(asset.name)") { call in
            await body.response(to: call.request, mediaType(of: asset.name), cacheControl: "no-cache")
        }.asPage.evenBeforeSetUp
    }

    private static func mediaType(of name: String) -> String {
        if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
        return name.hasSuffix(".css") ? "text/css; charset=utf-8" : "image/svg+xml"
    }
}
