import Domain
import FoundationEssentials

extension JSONWriter {
    mutating func fields(of archived: ArchivedAttachment) {
        field("id", archived.attachment.id.rawValue)
        field("session", archived.session.rawValue)
        field("sequence", archived.sequence)
        field("position", archived.position)
        field("filename", archived.attachment.filename)
        field("mediaType", archived.attachment.mediaType)
        field("bytes", archived.attachment.bytes)
        if let dimensions = archived.attachment.dimensions {
            field("width", dimensions.width)
            field("height", dimensions.height)
        }
        field("createdAt", archived.createdAt)
    }
}

extension BodyFields {
    /// The fields of a file's record.
    mutating func archivedAttachment() throws -> ArchivedAttachment {
        require("id", "session", "sequence", "position", "filename", "mediaType", "bytes", "createdAt")
        let givenID: AttachmentID? = identifier("id")
        let givenSession: SessionID? = identifier("session")
        let givenSequence = integer("sequence")
        let givenPosition = integer("position")
        let givenName = text("filename").map(AttachmentName.shown)
        let givenType = line("mediaType", maximum: 127)
        let givenBytes = integer("bytes")
        let givenTime = time("createdAt")
        let width = integer("width")
        let height = integer("height")
        if let givenBytes, !(1...AttachmentLimits.fileBytes).contains(givenBytes) {
            fail("bytes", "must be from 1 to \(AttachmentLimits.fileBytes)")
        }
        if let givenPosition, !(0..<AttachmentLimits.images + AttachmentLimits.files).contains(givenPosition) {
            fail("position", "must be a position within a message's files")
        }
        let (id, session, createdAt) = try finish(givenID, givenSession, givenTime)
        let (sequence, position, bytes) = try finish(givenSequence, givenPosition, givenBytes)
        let (filename, mediaType) = try finish(givenName, givenType)
        // A file with dimensions is shown as an image, so it must have an image's media type; one without must not.
        let isImage = ImageFormat(rawValue: mediaType) != nil
        let dimensions =
            isImage
            ? width.flatMap { width in
                height.flatMap { ImageDimensions(width: width, height: $0) }
            } : nil
        let attachment = Attachment(
            id: id, filename: filename,
            mediaType: isImage && dimensions == nil ? AttachmentDraft.unknownType : mediaType,
            bytes: bytes, dimensions: dimensions)
        return ArchivedAttachment(
            attachment: attachment, session: session, sequence: sequence, position: position, createdAt: createdAt)
    }

    mutating func archivedPiece() throws -> ArchivedPiece {
        require("attachment", "position", "content")
        let givenAttachment: AttachmentID? = identifier("attachment")
        let givenPosition = integer("position")
        let givenContent = text("content") { text throws(InvalidValue) in
            guard let data = Data(base64Encoded: text) else { throw InvalidValue("must be Base64") }
            return Array(data)
        }
        let (attachment, position, content) = try finish(givenAttachment, givenPosition, givenContent)
        return ArchivedPiece(attachment: attachment, position: position, content: content)
    }
}
