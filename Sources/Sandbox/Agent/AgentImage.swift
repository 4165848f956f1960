package import Domain
import Foundation

/// An image that an agent is shown.
package struct AgentImage: Sendable {
    private let mediaType: String
    private let content: AttachmentContent

    package init(mediaType: String, content: AttachmentContent) {
        self.mediaType = mediaType
        self.content = content
    }

    /// Appends it as a block of a message's content, with a comma behind it.
    func append(to line: inout [UInt8]) {
        line += Array(#"{"type":"image","source":{"type":"base64","media_type":"#.utf8)
        JSONString.append(mediaType, to: &line)
        line += Array(#","data":""#.utf8)
        line.reserveCapacity(line.count + content.count / 3 * 4 + 64)
        // Each piece but the last has a whole number of groups.
        for piece in content.pieces { line.append(contentsOf: Data(piece).base64EncodedData()) }
        line += Array(#""}},"#.utf8)
    }
}
