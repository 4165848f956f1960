import Domain
import Foundation
import TestSupport
import Testing

@testable import Server

struct LineReaderTests {
    private func batches(_ bytes: Data, _ limits: BatchLimits) throws -> [LineReader.Batch] {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/lines"
        try bytes.write(to: URL(fileURLWithPath: path))
        var reader = LineReader(try #require(FileHandle(forReadingAtPath: path)), limits: limits)
        var batches: [LineReader.Batch] = []
        repeat { batches.append(try reader.next()) } while batches.last?.isLast == false
        #expect(reader.bytesRead == bytes.count)
        return batches
    }

    @Test func aBatchEndsAtItsLimitOfLinesOrOfBytes() throws {
        let short = Data(String(repeating: "x\n", count: 1_001).utf8)
        #expect(try batches(short, .standard).map(\.lines.count) == [500, 500, 1])
        let long = Data(String(repeating: String(repeating: "x", count: 400_000) + "\n", count: 7).utf8)
        #expect(try batches(long, .standard).map(\.lines.count) == [3, 3, 1])
    }

    @Test func linesKeepTheirNumbers() throws {
        let batch = try batches(Data("\u{FEFF}a\r\n\n  \nb\nc".utf8), .standard)[0]
        #expect(batch.lines == [.init(number: 1, text: "a"), .init(number: 4, text: "b"), .init(number: 5, text: "c")])
    }

    @Test func whatIsNoTextOrTooLongIsRejectedAndPassed() throws {
        var bytes = Data([0xFF, 0xFE, 0x0A])
        bytes.append(Data(repeating: UInt8(ascii: "x"), count: LineReader.maximumLineLength + 300_000))
        bytes.append(Data("\nlast".utf8))
        let all = try batches(bytes, .standard)
        #expect(all.flatMap(\.rejected).map(\.number) == [1, 2])
        #expect(all.flatMap(\.lines) == [.init(number: 3, text: "last")])
    }
}
