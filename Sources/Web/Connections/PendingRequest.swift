import NIOCore
import NIOHTTP1

/// A request that a connection passed on and that isn't answered yet.
struct PendingRequest {
    /// What is left of a body may be read and thrown away up to this, in bytes, to keep its connection.
    private static let worthReading = 65_536

    let isOldVersion: Bool
    /// Whether the connection closes after its answer.
    var isLast: Bool
    var isComplete = false
    /// Whether its answer has begun.
    var isAnswering = false
    var received = 0
    let startedAt: NIODeadline
    private let length: Int?
    private var awaitsContinue: Bool

    init(_ head: HTTPRequestHead, at now: NIODeadline) {
        isOldVersion = head.version == .http1_0
        isLast = RequestRules.isLast(head)
        length =
            head.headers.contains(name: "transfer-encoding")
            ? nil : head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
        awaitsContinue = RequestRules.awaitsContinue(head) && length != 0
        startedAt = now
    }

    var hasNoBody: Bool { length == 0 }

    /// Whether the rest of the body, which nobody has asked for, would take too much to read.
    var hasUnwantedRest: Bool {
        guard !isComplete else { return false }
        return awaitsContinue || length.map { $0 - received > Self.worthReading } ?? true
    }

    /// Whether the client waits for a word before it sends the body. It is told only once.
    mutating func takeContinue() -> Bool {
        defer { awaitsContinue = false }
        return awaitsContinue && received == 0 && !isComplete && !isAnswering
    }
}
