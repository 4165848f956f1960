import FoundationEssentials

/// An image in a transcript line, of a format and size that browsers show: what a tool returned, or what a person sent
/// with a prompt of Claude Code.
package struct LineImage: Equatable, Sendable {
    /// Its number among the images of the line, from 1, in their order.
    package let number: Int
    package let format: ImageFormat
    package let dimensions: ImageDimensions

    /// An image's format, which its first bytes declare, and its bytes.
    package struct Content: Equatable, Sendable {
        package let format: ImageFormat
        package let bytes: [UInt8]
    }

    /// The content of an image in a line.
    ///
    /// - Returns: `nil` if the line has no image of this number that is shown.
    /// - Throws: if the line can't be parsed.
    package static func content(of number: Int, in json: String) throws -> Content? {
        var images = LineImages(keeping: number)
        _ = try LineContent.reading(json, &images)
        return images.kept
    }
}

/// Reads the images of one line, whose parts must be given in their order.
struct LineImages {
    private var count = 0
    private let wanted: Int?
    /// The content of the wanted image, once it was read.
    private(set) var kept: LineImage.Content?

    /// Enough Base64 for a JPEG's frame header behind its metadata. A multiple of four.
    private static let headerLength = 131_072

    /// - Parameter number: the image whose content is decoded; by default none.
    init(keeping number: Int? = nil) {
        wanted = number
    }

    /// The number of bytes that Base64 with padding encodes.
    private static func size(ofBase64 text: String) -> Int {
        text.utf8.count / 4 * 3 - text.utf8.suffix(2).count { $0 == UInt8(ascii: "=") }
    }

    /// The next image.
    ///
    /// - Parameter part: a part of the type `image`.
    /// - Returns: `nil` for one that isn't shown: its source is not Base64, it is too large, or it has another format.
    mutating func next(_ part: OrderedJSON) -> LineImage? {
        count += 1
        guard let source = part["source"], source["type"]?.text == "base64", case .string(let text)? = source["data"],
            Self.size(ofBase64: text) <= AttachmentLimits.imageBytes,
            let start = Data(base64Encoded: String(decoding: text.utf8.prefix(Self.headerLength), as: UTF8.self)),
            let header = ImageHeader(start),
            max(header.dimensions.width, header.dimensions.height) <= AttachmentLimits.pixels
        else { return nil }
        if count == wanted, let bytes = Data(base64Encoded: text) {
            kept = LineImage.Content(format: header.format, bytes: Array(bytes))
        }
        return LineImage(number: count, format: header.format, dimensions: header.dimensions)
    }
}
