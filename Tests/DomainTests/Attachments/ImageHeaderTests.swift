import Domain
import Testing

/// Images in the formats' specified forms, cut at any byte, and files that only look like images.
struct ImageHeaderTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 0, 0, 0, 0, 2]
    private static let gif = Array("GIF89a".utf8) + [0x2C, 0x01, 0x05, 0x00]
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 0, 100, 0, 200,
    ]
    private static let lossy = webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x40])
    private static let lossless = webP("VP8L", [0x2F, 0x3F, 0xC1, 0x3B, 0x00])
    private static let extended = webP("VP8X", [0, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0])

    private static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [9, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [9, 0, 0, 0] + content
    }

    @Test(arguments: [
        (png, ImageFormat.png, 256, 2), (gif, .gif, 300, 5), (jpeg, .jpeg, 200, 100), (lossy, .webP, 320, 240),
        (lossless, .webP, 320, 240), (extended, .webP, 320, 240),
    ])
    func dimensionsAreRead(_ bytes: [UInt8], _ format: ImageFormat, _ width: Int, _ height: Int) throws {
        let header = try #require(ImageHeader(bytes))
        #expect(header.format == format)
        #expect(header.dimensions == ImageDimensions(width: width, height: height))
        // Whatever comes behind it, another format's beginning too.
        #expect(ImageHeader(bytes + Array("<script>alert(1)</script>%PDF-1.7".utf8)) == header)
        for length in 0..<bytes.count { #expect(ImageHeader(bytes.prefix(length)) == nil, "\(length) bytes") }
    }

    @Test func whatIsNoImageIsNone() {
        let none: [[UInt8]] = [
            [], Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), Array("<html>GIF89a".utf8),
            Array("PK\u{3}\u{4}".utf8), Array("%PDF-1.7".utf8), [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xD9],
            Array("RIFF0000WAVEfmt ".utf8), Array("BM".utf8) + [UInt8](repeating: 0, count: 60),
        ]
        for bytes in none { #expect(ImageHeader(bytes) == nil) }
    }

    @Test func anImageWithoutAPixelIsNone() {
        #expect(ImageHeader(Array("GIF89a".utf8) + [0, 0, 5, 0]) == nil)
    }

    @Test func segmentsWithoutAnEndEnd() {
        #expect(ImageHeader([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0xFF, count: 100_000)) == nil)
        #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xC0]) == nil, "a segment shorter than its length")
        let loop: [UInt8] = [0xFF, 0xE0, 0, 2]
        #expect(ImageHeader([0xFF, 0xD8] + Array(repeatElement(loop, count: 50_000).joined())) == nil)
    }

    @Test func randomBytesBehindEachSignatureHarmNothing() {
        var generator = SystemRandomNumberGenerator()
        for start in [Self.png, Self.gif, Self.jpeg, Self.lossy, Self.lossless, Self.extended] {
            for _ in 0..<200 {
                let kept = Int.random(in: 0...start.count, using: &generator)
                let noise = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
                _ = ImageHeader(start.prefix(kept) + noise)
            }
        }
    }
}
