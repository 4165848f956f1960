package import Logging
import Synchronization

/// Records log messages in a test, one line per message.
package final class RecordedLog: Sendable {
    private let noted = Mutex<[String]>([])

    package init() {}

    package var lines: [String] { noted.withLock { $0 } }

    /// Records messages of level info and above.
    package var logger: Logger { Logger(label: "test") { _ in NotingLogHandler(log: self) } }

    fileprivate func note(_ line: String) {
        noted.withLock { $0.append(line) }
    }
}

private struct NotingLogHandler: LogHandler {
    let log: RecordedLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    func log(event: LogEvent) {
        let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
        log.note("\(event.level) \(event.message) \(metadata.sorted { $0.key < $1.key })")
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
