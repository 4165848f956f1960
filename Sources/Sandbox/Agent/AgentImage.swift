package import Domain
import Foundation

/// An image shown to an agent.
package struct AgentImage: Sendable {
    private let mediaType: String
    private let content: AttachmentContent

    package init(mediaType: String, content: AttachmentContent) {
        self.mediaType = mediaType
        self.content = content
    }

    /// Appends the image as a content block of a message, followed by a comma.
    func append(to line: inout [UInt8]) {
        line += Array(#"{"type":"image","source":{"type":"base64","media_type":"#.utf8)
        JSONString.append(mediaType, to: &line)
        line += Array(#","data":""#.utf8)
        line.reserveCapacity(line.count + content.count / 3 * 4 + 64)
        // Every piece but the last has a multiple of three bytes, so its Base64 needs no padding.
        for piece in content.pieces { line.append(contentsOf: Data(piece).base64EncodedData()) }
        line += Array(#""}},"#.utf8)
    }
}
