import Crypto
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages load, prepared once when the server starts.
///
/// Each address has a digest of the content, so that browsers cache a file without asking again and load a changed one
/// immediately. Sources contain the plain address, such as `/assets/icon.svg`, which `linked(_:)` replaces.
struct PublicAssets: Sendable {
    static let shared = PublicAssets(of: EmbeddedAsset.all)

    let routes: [Route]
    private let addresses: [String: String]

    init(of assets: [EmbeddedAsset]) {
        var files = PublicFiles()
        for asset in assets where asset.isImage { files.add(asset.name, asset.bytes) }
        for asset in assets where asset.folder == .icons && !asset.isImage {
            files.add(asset.name, Array(Self.link(asset.text, to: files.addresses).utf8))
        }
        let styles = StyleBundle.text(of: Self.styleSheet, in: Self.sources(in: .styles, of: assets))
        files.add(Self.styleSheet, Array(styles.utf8))
        let sources = Self.sources(in: .scripts, of: assets)
        for script in PageScript.allCases {
            files.add(script.fileName, Array(ScriptBundle.text(of: script.modules, in: sources).utf8))
        }
        // A service worker needs a fixed address, and controls the pages below that.
        let worker = Self.link(sources[Self.serviceWorker] ?? "", to: files.addresses)
        addresses = files.addresses
        routes =
            files.routes + [
                Self.route(
                    "/\(Self.serviceWorker)", Array(worker.utf8), "text/javascript; charset=utf-8",
                    cacheControl: "no-cache",
                    // The service worker's own policy applies to its requests.
                    [.contentSecurityPolicy: "default-src 'none'; connect-src 'self'"])
            ]
    }

    /// The address of the module of a kind of page.
    func address(of script: PageScript) -> String {
        addresses[script.fileName] ?? ""
    }

    /// Replaces plain addresses in a source by those with digests.
    func linked(_ text: String) -> String {
        Self.link(text, to: addresses)
    }

    /// The files of a folder by their names.
    private static func sources(in folder: EmbeddedAsset.Folder, of assets: [EmbeddedAsset]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: assets.filter { $0.folder == folder }.map { ($0.name, $0.text) })
    }

    private static let styleSheet = "dashboard.css"
    private static let serviceWorker = "service-worker.js"
    private static let folder = "/assets/"

    private static func link(_ text: String, to addresses: [String: String]) -> String {
        let parts = text.split(separator: folder, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { linked, part in
            let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
            guard let address = addresses[String(name)] else {
                preconditionFailure("there is no asset \(name)")
            }
            linked += address + part.dropFirst(name.count)
        }
    }

    fileprivate static func route(
        _ path: String, _ bytes: [UInt8], _ mediaType: String, cacheControl: String, _ headers: HTTPFields = [:]
    ) -> Route {
        let body = CachedBody(ByteBuffer(bytes: bytes))
        return Route.open(.get, path) { call in
            await body.response(to: call.request, mediaType, cacheControl: cacheControl, headers: headers)
        }.asPage.evenBeforeSetUp
    }
}

/// Files with a digest in their names.
private struct PublicFiles {
    /// The served addresses, by plain name.
    private(set) var addresses: [String: String] = [:]
    private(set) var routes: [Route] = []

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let parts = name.split(separator: ".", maxSplits: 1)
        let type = parts.last ?? ""
        let digest = SHA256.hash(data: bytes).prefix(8).hexadecimal
        let address = "/assets/\(parts[0])-\(digest).\(type)"
        addresses[name] = address
        routes.append(
            PublicAssets.route(
                address, bytes, Self.mediaType(of: type), cacheControl: "public, max-age=31536000, immutable"))
    }

    private static func mediaType(of type: Substring) -> String {
        switch type {
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "png": "image/png"
        case "webmanifest": "application/manifest+json"
        default: "image/svg+xml"
        }
    }
}

extension EmbeddedAsset {
    fileprivate var isImage: Bool { name.hasSuffix(".png") || name.hasSuffix(".svg") }
}
