import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load. Browsers keep them, and ask each time whether they are still the same.
enum PublicAssets {
    static let routes: [Route] = EmbeddedAsset.all.compactMap { asset in
        guard asset.folder != .templates else { return nil }
        let bytes = ByteBuffer(string: asset.text)
        let tag = "\"\(SHA256.hash(data: bytes.readableBytesView).prefix(12).map { String($0, radix: 16) }.joined())\""
        let headers: HTTPFields = [
            .contentType: mediaType(of: asset.name), .eTag: tag, .cacheControl: "no-cache",
        ]
        return Route.open(.get, "/assets/\(asset.name)") { call in
            if call.request.headers[.ifNoneMatch] == tag {
                return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-cache"])
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }.asPage.evenBeforeSetUp
    }

    private static func mediaType(of name: String) -> String {
        if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
        return name.hasSuffix(".css") ? "text/css; charset=utf-8" : "image/svg+xml"
    }
}
