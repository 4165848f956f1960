import NIOCore
import NIOHTTP1

/// A request that a connection passed on and that isn't answered yet.
struct PendingRequest {
    /// How many bytes of a body's unread rest may be read and discarded to keep the connection open.
    private static let worthReading = 65_536

    let isOldVersion: Bool
    /// Whether the connection closes after the response.
    var isLast: Bool
    var isComplete = false
    /// Whether the response has begun.
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

    /// Whether the rest of the body, which the service hasn't read, is too long to be read and discarded.
    var hasUnwantedRest: Bool {
        guard !isComplete else { return false }
        return awaitsContinue || length.map { $0 - received > Self.worthReading } ?? true
    }

    /// Whether the client waits for `100 Continue` before it sends the body. It is true at most once per request.
    mutating func takeContinue() -> Bool {
        defer { awaitsContinue = false }
        return awaitsContinue && received == 0 && !isComplete && !isAnswering
    }
}
