/// How many files a message may have, and how large they may be.
package enum AttachmentLimits {
    /// The maximum number of images in a message.
    package static let images = 6
    /// The maximum size of an image in bytes: models accept no larger ones.
    package static let imageBytes = 5 * 1_048_576
    /// The maximum width and height of an image in pixels: models accept no larger ones, and a browser needs four bytes
    /// of memory for each pixel, however small the file is.
    package static let pixels = 8000
    /// The maximum number of files other than images in a message.
    package static let files = 10
    /// The maximum size of a file other than an image, in bytes.
    package static let fileBytes = 20 * 1_048_576
    /// How long an upload is stored that no message uses.
    package static let unusedTime: Duration = .seconds(86_400)
    /// How many unused uploads a person may have, and their maximum total size in bytes.
    package static let unused = 100
    package static let unusedBytes = 512 * 1_048_576

    /// - Throws: `InvalidValue` when there are more images or other files than a message may have.
    package static func check(_ attachments: [Attachment]) throws(InvalidValue) {
        guard attachments.count(where: \.isImage) <= images else {
            throw InvalidValue("must have at most \(images) images")
        }
        guard attachments.count(where: { !$0.isImage }) <= files else {
            throw InvalidValue("must have at most \(files) files that are not images")
        }
    }
}
