import Domain
import Testing

struct AttachmentDraftTests {
    private static func gif(_ width: Int, _ height: Int, bytes: Int = 20) -> AttachmentContent {
        let size = [width & 0xFF, width >> 8, height & 0xFF, height >> 8].map { UInt8($0) }
        return AttachmentContent(Array("GIF89a".utf8) + size + [UInt8](repeating: 0, count: bytes - 10))
    }

    private static func refusal(
        _ content: AttachmentContent, _ type: String? = nil
    ) -> AttachmentRefusal.Reason? {
        do throws(AttachmentRefusal) {
            _ = try AttachmentDraft(filename: "it", mediaType: type, content: content)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func bytesTellAnImageAndTheSenderTheRest() throws {
        let image = try AttachmentDraft(filename: "a.txt", mediaType: "text/html", content: Self.gif(3, 4))
        #expect(image.mediaType == "image/gif" && image.dimensions == ImageDimensions(width: 3, height: 4))
        let types = [
            ("Text/CSV; charset=utf-8", "text/csv"), ("image/svg+xml", "image/svg+xml"),
            (nil, "application/octet-stream"),
            ("nonsense", "application/octet-stream"), ("a/b/c", "application/octet-stream"),
            ("text/\r\nx: y", "application/octet-stream"), ("text/ä", "application/octet-stream"),
        ]
        for (given, kept) in types {
            let file = try AttachmentDraft(filename: "a", mediaType: given, content: AttachmentContent("abc".utf8))
            #expect(file.mediaType == kept && file.dimensions == nil)
        }
    }

    @Test func whatIsTooLargeOrNoImageIsRefused() {
        #expect(Self.refusal(AttachmentContent()) == .empty)
        #expect(Self.refusal(AttachmentContent("GIF89a".utf8), "image/gif") == .noImage("image/gif"))
        #expect(Self.refusal(AttachmentContent("GIF89a".utf8)) == nil, "a file like any other")
        #expect(Self.refusal(Self.gif(8000, 1, bytes: AttachmentLimits.imageBytes)) == nil)
        #expect(Self.refusal(Self.gif(8000, 1, bytes: AttachmentLimits.imageBytes + 1)) == .largeImage)
        #expect(Self.refusal(Self.gif(1, 8001)) == ImageDimensions(width: 1, height: 8001).map { .tooManyPixels($0) })
        #expect(Self.refusal(Self.gif(65_535, 65_535)) != nil)
        let file = AttachmentContent([UInt8](repeating: 1, count: AttachmentLimits.fileBytes))
        #expect(Self.refusal(file) == nil)
    }

    @Test func piecesAreTheWhole() {
        let size = AttachmentContent.pieceSize
        let bytes = (0..<size * 2 + 5).map { UInt8($0 % 251) }
        var content = AttachmentContent()
        for part in [bytes[..<7], bytes[7..<size], bytes[size..<size + 1], bytes[(size + 1)...]] {
            content.append(part)
        }
        #expect(content.pieces.map(\.count) == [size, size, 5] && Array(content.pieces.joined()) == bytes)
        #expect(content.count == bytes.count && content[size] == bytes[size])
    }
}
