/// An uploaded file that passed the checks, with its detected type.
package struct AttachmentDraft: Sendable {
    package let filename: String
    package let mediaType: String
    package let dimensions: ImageDimensions?
    package let content: AttachmentContent

    /// The media type of a file whose type is unknown.
    package static let unknownType = "application/octet-stream"

    /// The type of an image is detected from its bytes. The type of any other file is what the sender claims; it is
    /// only shown to people.
    ///
    /// - Parameter mediaType: the sender's `Content-Type`, parameters included.
    /// - Throws: `AttachmentRefusal` if the file is empty or too large, or isn't the image that it claims to be.
    package init(filename: String, mediaType: String?, content: AttachmentContent) throws(AttachmentRefusal) {
        self.filename = AttachmentName.shown(filename)
        self.content = content
        guard content.count > 0 else { throw AttachmentRefusal(.empty, self.filename) }
        let claimed = Self.essence(of: mediaType)
        guard let image = ImageHeader(content) else {
            guard ImageFormat(rawValue: claimed) == nil else {
                throw AttachmentRefusal(.noImage(claimed), self.filename)
            }
            guard content.count <= AttachmentLimits.fileBytes else { throw AttachmentRefusal(.tooLarge, self.filename) }
            self.mediaType = claimed
            dimensions = nil
            return
        }
        guard content.count <= AttachmentLimits.imageBytes else { throw AttachmentRefusal(.largeImage, self.filename) }
        let longest = max(image.dimensions.width, image.dimensions.height)
        guard longest <= AttachmentLimits.pixels else {
            throw AttachmentRefusal(.tooManyPixels(image.dimensions), self.filename)
        }
        self.mediaType = image.format.rawValue
        dimensions = image.dimensions
    }

    /// The type and subtype in lower case (RFC 6838, 4.2), or `unknownType`.
    private static func essence(of text: String?) -> String {
        let essence = (text ?? "").prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        let isType =
            parts.count == 2 && essence.utf8.count <= 127
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "!#$&-^_.+".utf8.contains($0) }
            }
        return isType ? essence : unknownType
    }
}

/// Why an uploaded file is rejected.
package struct AttachmentRefusal: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case empty
        case tooLarge
        case largeImage
        case tooManyPixels(ImageDimensions)
        /// It claims to be an image of one of the four supported formats, but isn't.
        case noImage(String)
    }

    package let reason: Reason
    private let filename: String

    package init(_ reason: Reason, _ filename: String) {
        self.reason = reason
        self.filename = filename
    }

    /// The problem, as the predicate of a sentence about the file.
    package var detail: String {
        switch reason {
        case .empty: "is empty"
        case .tooLarge: "is larger than 20 MiB, the limit for a file"
        case .largeImage: "is larger than 5 MiB, the limit for an image"
        case .tooManyPixels(let size):
            "has \(size.width) × \(size.height) pixels; an image may have at most \(AttachmentLimits.pixels) each way"
        case .noImage(let type):
            "has the type \(type) but isn't a PNG, JPEG, GIF or WebP image; send it as \(AttachmentDraft.unknownType)"
        }
    }

    /// The problem as a full sentence, for people.
    package var sentence: String { "The file “\(filename)” \(detail)." }
}
