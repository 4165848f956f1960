/// How many files a message may have, and how large they may be.
package enum AttachmentLimits {
    /// Images of a message.
    package static let images = 6
    /// Of one image, in bytes: no model takes a larger one.
    package static let imageBytes = 5 * 1_048_576
    /// Of an image's width and height, in pixels: no model takes more, and a browser that shows an image needs four bytes
    /// for each pixel, however short the file is.
    package static let pixels = 8000
    /// Other files of a message.
    package static let files = 10
    /// Of one file, in bytes.
    package static let fileBytes = 20 * 1_048_576
    /// How long a file is kept that belongs to no message.
    package static let unusedTime: Duration = .seconds(86_400)
    /// How many such files a person may have, and how long they may be together, in bytes.
    package static let unused = 100
    package static let unusedBytes = 512 * 1_048_576

    /// - Throws: `InvalidValue` when a message may not have so many.
    package static func check(_ attachments: [Attachment]) throws(InvalidValue) {
        guard attachments.count(where: \.isImage) <= images else {
            throw InvalidValue("must have at most \(images) images")
        }
        guard attachments.count(where: { !$0.isImage }) <= files else {
            throw InvalidValue("must have at most \(files) files that are not images")
        }
    }
}
