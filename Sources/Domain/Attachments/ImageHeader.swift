/// The image formats that models accept and that browsers show without running code in them.
package enum ImageFormat: String, CaseIterable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webP = "image/webp"
}

/// An image's size in pixels; at least 1 × 1.
package struct ImageDimensions: Equatable, Sendable {
    package let width: Int
    package let height: Int

    /// - Returns: `nil` if the width or height is not positive.
    package init?(width: Int, height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }
}

/// The format and size that the first bytes of an image file declare. Nothing is decoded: a readable header doesn't
/// mean that the rest is valid.
package struct ImageHeader: Equatable, Sendable {
    package let format: ImageFormat
    package let dimensions: ImageDimensions

    /// - Returns: `nil` if the bytes begin like none of the four formats, or end before the size.
    package init?(_ bytes: some RandomAccessCollection<UInt8>) {
        let reader = ByteReader(bytes)
        guard let (format, dimensions) = Self.png(reader) ?? Self.gif(reader) ?? Self.webP(reader) ?? Self.jpeg(reader)
        else { return nil }
        self.format = format
        self.dimensions = dimensions
    }

    private typealias Found = (ImageFormat, ImageDimensions)

    /// PNG specification, 5.2 and 11.2.1: the signature, then the chunk IHDR.
    private static func png(_ bytes: ByteReader<some RandomAccessCollection<UInt8>>) -> Found? {
        guard bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), bytes.has("IHDR", at: 12),
            let width = bytes.bigEndian(4, at: 16), let height = bytes.bigEndian(4, at: 20)
        else { return nil }
        return ImageDimensions(width: width, height: height).map { (.png, $0) }
    }

    /// GIF89a specification, 17 and 18.
    private static func gif(_ bytes: ByteReader<some RandomAccessCollection<UInt8>>) -> Found? {
        guard bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0),
            let width = bytes.littleEndian(2, at: 6), let height = bytes.littleEndian(2, at: 8)
        else { return nil }
        return ImageDimensions(width: width, height: height).map { (.gif, $0) }
    }

    /// RFC 9649, 2.5 to 2.7, and RFC 6386, 9.1.
    private static func webP(_ bytes: ByteReader<some RandomAccessCollection<UInt8>>) -> Found? {
        guard bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) else { return nil }
        var dimensions: ImageDimensions?
        if bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: 23) {
            guard let width = bytes.littleEndian(2, at: 26), let height = bytes.littleEndian(2, at: 28) else {
                return nil
            }
            dimensions = ImageDimensions(width: width & 0x3FFF, height: height & 0x3FFF)
        } else if bytes.has("VP8L", at: 12), bytes.has([0x2F], at: 20), let size = bytes.littleEndian(4, at: 21) {
            dimensions = ImageDimensions(width: size & 0x3FFF + 1, height: size >> 14 & 0x3FFF + 1)
        } else if bytes.has("VP8X", at: 12), let width = bytes.littleEndian(3, at: 24),
            let height = bytes.littleEndian(3, at: 27)
        {
            dimensions = ImageDimensions(width: width + 1, height: height + 1)
        }
        return dimensions.map { (.webP, $0) }
    }

    /// ITU-T T.81, annex B: segments up to the frame header, whose markers are SOF0 to SOF15 without DHT, JPG and DAC.
    private static func jpeg(_ bytes: ByteReader<some RandomAccessCollection<UInt8>>) -> Found? {
        guard bytes.has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
        var place = 2
        while bytes.bigEndian(1, at: place) == 0xFF, let marker = bytes.bigEndian(1, at: place + 1) {
            switch marker {
            case 0xFF: place += 1  // A fill byte.
            case 0x01, 0xD0...0xD7: place += 2  // A marker without a length.
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard let height = bytes.bigEndian(2, at: place + 5), let width = bytes.bigEndian(2, at: place + 7)
                else { return nil }
                return ImageDimensions(width: width, height: height).map { (.jpeg, $0) }
            case 0x00, 0xD8...0xDA: return nil  // The image's data without a frame header, or its end.
            default:
                guard let length = bytes.bigEndian(2, at: place + 2), length >= 2 else { return nil }
                place += 2 + length
            }
        }
        return nil
    }
}

/// Reads numbers at any offset; `nil` or `false` past the end.
private struct ByteReader<Bytes: RandomAccessCollection<UInt8>> {
    private let bytes: Bytes

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    private func byte(at place: Int) -> UInt8? {
        place < bytes.count ? bytes[bytes.index(bytes.startIndex, offsetBy: place)] : nil
    }

    func has(_ expected: [UInt8], at place: Int) -> Bool {
        expected.indices.allSatisfy { byte(at: place + $0) == expected[$0] }
    }

    func has(_ text: StaticString, at place: Int) -> Bool {
        text.withUTF8Buffer { has(Array($0), at: place) }
    }

    /// - Parameter length: in bytes; up to 4.
    func bigEndian(_ length: Int, at place: Int) -> Int? {
        var value = 0
        for offset in 0..<length {
            guard let byte = byte(at: place + offset) else { return nil }
            value = value << 8 | Int(byte)
        }
        return value
    }

    func littleEndian(_ length: Int, at place: Int) -> Int? {
        bigEndian(length, at: place).map { value in
            (0..<length).reduce(0) { $0 << 8 | value >> (8 * $1) & 0xFF }
        }
    }
}
