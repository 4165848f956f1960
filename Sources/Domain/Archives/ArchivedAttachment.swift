/// An attachment of a message; its uploader is the message's author. Its pieces follow.
package struct ArchivedAttachment: Equatable, Sendable {
    package let attachment: Attachment
    package let session: SessionID
    /// The message's sequence number in the transcript, and the attachment's position in the message.
    package let sequence: Int
    package let position: Int
    package let createdAt: Timestamp

    package init(
        attachment: Attachment, session: SessionID, sequence: Int, position: Int, createdAt: Timestamp
    ) {
        self.attachment = attachment
        self.session = session
        self.sequence = sequence
        self.position = position
        self.createdAt = createdAt
    }
}

/// A piece of an attachment, at most `AttachmentContent.pieceSize` bytes long.
package struct ArchivedPiece: Equatable, Sendable {
    package let attachment: AttachmentID
    package let position: Int
    package let content: [UInt8]

    package init(attachment: AttachmentID, position: Int, content: [UInt8]) {
        self.attachment = attachment
        self.position = position
        self.content = content
    }
}
