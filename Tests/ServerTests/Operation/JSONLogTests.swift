import Domain
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Server

struct JSONLogTests {
    private final class Lines: Sendable {
        let bytes = Mutex<[[UInt8]]>([])
    }

    private func logged(_ write: (inout Logger) -> Void) -> [String] {
        let lines = Lines()
        var logger = Logger(label: "lodestone") { label in
            JSONLogHandler(label: label, clock: TestClock().clock) { line in lines.bytes.withLock { $0.append(line) } }
        }
        write(&logger)
        return lines.bytes.withLock { $0 }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func eachMessageIsAnObjectOnALineOfItsOwn() throws {
        let lines = logged { logger in
            logger[metadataKey: "requestId"] = "r1"
            logger.info(
                "request", metadata: ["status": .stringConvertible(200), "milliseconds": .stringConvertible(1.5)])
            logger.debug("unseen")
        }
        let time = TestClock().now
        let expected =
            #"{"time":"\#(time)","level":"info","logger":"lodestone","message":"request","#
            + #""milliseconds":1.5,"requestId":"r1","status":200}"# + "\n"
        #expect(lines == [expected])
    }

    @Test func noTextBreaksALineOrAnObject() throws {
        let hostile = "a\nb\r\"c\\ \u{1B}[2J \u{2028}"
        let lines = logged { logger in
            logger.error("\(hostile)", metadata: ["time": "\(hostile)", hostile: ["x", ["y": "\(hostile)"]]])
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1 && line.hasSuffix("}\n") && line.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        let json = try JSONValue(parsing: line)
        #expect(json["message"]?.text == hostile && json["time_"]?.text == hostile)
        #expect(json["time"]?.text == "\(TestClock().now)" && json["level"]?.text == "error")
        #expect(json[hostile]?.elements.last?["y"]?.text == hostile)
    }
}
