package import Logging

/// How the log's lines are written.
package enum LogFormat: String, Sendable {
    /// For people: a time, a level, a message and `key=value` pairs.
    case text
    /// For programs: one JSON object a line, see `JSONLogHandler`.
    case json

    /// A handler that writes to standard error.
    package func handler(label: String) -> any LogHandler {
        switch self {
        case .text: StreamLogHandler.standardError(label: label)
        case .json: JSONLogHandler(label: label, write: JSONLogHandler.writeToStandardError)
        }
    }
}
