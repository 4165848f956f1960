import Domain
import Foundation
import Testing

struct JSONStringTests {
    @Test func everyStringReadsBack() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0..<40)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator) >> UInt32.random(in: 0...16))
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            var bytes: [UInt8] = []
            JSONString.append(text, to: &bytes)
            let read = try JSONDecoder().decode(String.self, from: Data(bytes))
            #expect(Array(read.utf8) == Array(text.utf8))
        }
    }

    @Test func onlyWhatMustBeIsEscaped() {
        var bytes: [UInt8] = []
        JSONString.append("/é\u{7F}<\"\\\n\u{1F}", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #""/é\#u{7F}<\"\\\n\u001f""#)
    }
}
