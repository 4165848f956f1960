/// A file that a person attaches to a message.
package struct Attachment: Equatable, Sendable {
    package let id: AttachmentID
    /// The name shown to people, see `AttachmentName`.
    package let filename: String
    package let mediaType: String
    package let bytes: Int
    /// The size of an image that agents are shown; `nil` for every other file.
    package let dimensions: ImageDimensions?

    package init(id: AttachmentID, filename: String, mediaType: String, bytes: Int, dimensions: ImageDimensions?) {
        self.id = id
        self.filename = filename
        self.mediaType = mediaType
        self.bytes = bytes
        self.dimensions = dimensions
    }

    package var isImage: Bool { dimensions != nil }

    /// The JSON object that stands for it in the API and in transcripts.
    package var json: [UInt8] {
        var json = Array(#"{"id":"#.utf8)
        JSONString.append(id.rawValue, to: &json)
        json += Array(#","filename":"#.utf8)
        JSONString.append(filename, to: &json)
        json += Array(#","mediaType":"#.utf8)
        JSONString.append(mediaType, to: &json)
        json += Array(#","bytes":\#(bytes)"#.utf8)
        if let dimensions {
            json += Array(#","width":\#(dimensions.width),"height":\#(dimensions.height)"#.utf8)
        }
        return json + [UInt8(ascii: "}")]
    }
}

package typealias AttachmentID = Identifier<Attachment>

extension Attachment: Identified { package static let identifierPrefix = "att" }

/// An attachment with the message it belongs to.
package struct SentAttachment: Equatable, Sendable {
    package let attachment: Attachment
    /// The message's sequence number in its session's transcript.
    package let sequence: Int

    package init(attachment: Attachment, sequence: Int) {
        self.attachment = attachment
        self.sequence = sequence
    }
}
