import Assets

/// A file of the dashboard or of the API's description that is embedded in the binary.
struct EmbeddedAsset: Sendable {
    enum Folder: String {
        case icons = "Icons", openAPI = "OpenAPI", scripts = "Scripts", styles = "Styles", templates = "Templates"
    }

    let folder: Folder
    let name: String
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    static let all: [EmbeddedAsset] = (0...).lazy.map { asset_at(Int32($0)) }.prefix { $0 != nil }.compactMap { asset in
        guard let asset = asset?.pointee else { return nil }
        let path = String(cString: asset.path).split(separator: "/", maxSplits: 1)
        guard path.count == 2, let folder = Folder(rawValue: String(path[0])) else { return nil }
        return EmbeddedAsset(folder: folder, name: String(path[1]), bytes: bytes(of: asset))
    }

    private static func bytes(of asset: Asset) -> [UInt8] {
        let count = asset.size > 0 ? Int(asset.size) : String(cString: asset.bytes).utf8.count
        return UnsafeBufferPointer(start: asset.bytes, count: count).map(UInt8.init(bitPattern:))
    }
}
