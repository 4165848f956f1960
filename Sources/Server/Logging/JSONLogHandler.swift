import Domain
import Glibc
package import Logging
package import Storage

/// Writes each message as a JSON object on a line of its own: `time`, `level`, `logger` and `message`, then the
/// message's metadata. A key of the metadata that has one of these four names gets a `_` at its end.
package struct JSONLogHandler: LogHandler {
    private static let names: Set<String> = ["time", "level", "logger", "message"]

    package var metadata: Logger.Metadata = [:]
    package var logLevel = Logger.Level.info
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let clock: Clock
    private let write: @Sendable ([UInt8]) -> Void

    package init(label: String, clock: Clock = .system, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.label = label
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        var line = Array("{".utf8)
        Self.append("time", .string("\(clock.now())"), to: &line)
        Self.append("level", .string(event.level.rawValue), to: &line)
        Self.append("logger", .string(label), to: &line)
        Self.append("message", .string(event.message.description), to: &line)
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            Self.append(Self.names.contains(key) ? "\(key)_" : key, value, to: &line)
        }
        write(line + Array("}\n".utf8))
    }

    private static func append(_ key: String, _ value: Logger.MetadataValue, to line: inout [UInt8]) {
        if line.count > 1 { line.append(UInt8(ascii: ",")) }
        JSONString.append(key, to: &line)
        line.append(UInt8(ascii: ":"))
        append(value, to: &line)
    }

    private static func append(_ value: Logger.MetadataValue, to line: inout [UInt8]) {
        switch value {
        case .stringConvertible(let number as Int): line += Array("\(number)".utf8)
        case .stringConvertible(let number as Double) where number.isFinite: line += Array("\(number)".utf8)
        case .string, .stringConvertible: JSONString.append("\(value)", to: &line)
        case .array(let values):
            line.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                append(value, to: &line)
            }
            line.append(UInt8(ascii: "]"))
        case .dictionary(let values):
            var inner = Array("{".utf8)
            for (key, value) in values.sorted(by: { $0.key < $1.key }) { append(key, value, to: &inner) }
            line += inner + Array("}".utf8)
        }
    }

    /// Writes the line at once, so that lines of several threads don't mix. A line that can't be written is lost.
    package static func writeToStandardError(_ line: [UInt8]) {
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
