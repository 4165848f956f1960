import HTTPTypes
import NIOCore
import TestSupport
import Testing

@testable import Web

struct GzipEncoderTests {
    /// Text that hardly gets shorter fills the encoder's pieces to the last byte, and beyond.
    @Test func everyLengthComesBackInHoweverManyParts() {
        var random = SeededGenerator(seed: 7)
        for length in [0, 1, 1023, 16_383, 16_384, 16_385, 21_800, 100_000] {
            let text = (0..<length).map { _ in UInt8.random(in: 0..<128, using: &random) }
            for parts in [1, 2, 7] {
                let encoder = GzipEncoder()
                var zipped = ByteBuffer()
                for part in 0..<parts {
                    let bytes = text[length * part / parts..<length * (part + 1) / parts]
                    zipped.writeImmutableBuffer(encoder.encode(ByteBuffer(bytes: bytes)))
                }
                zipped.writeImmutableBuffer(encoder.finish())
                let answer = TestAnswer(
                    status: 200, headers: [.contentEncoding: "gzip"], bytes: Array(zipped.readableBytesView))
                #expect(answer.unzipped.map { Array($0.utf8) } == text, "\(length) in \(parts)")
            }
        }
    }
}
