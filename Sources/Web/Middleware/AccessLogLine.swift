import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The line of the log for one request.
struct AccessLogLine: Sendable {
    private let logger: Logger
    private let startedAt: ContinuousClock.Instant
    private let metadata: Logger.Metadata

    init(
        _ request: Request, _ context: WebContext, status: HTTPResponse.Status, startedAt: ContinuousClock.Instant,
        client: ClientAddress
    ) {
        logger = context.logger
        self.startedAt = startedAt
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
            "status": .stringConvertible(status.code),
        ]
        metadata["address"] = client.address.map { "\($0)" }
        metadata.merge(context.caller.metadata) { $1 }
        self.metadata = metadata
    }

    /// - Parameter bytes: the length of the response's body as it was sent.
    func write(bytes: Int) {
        let duration = (ContinuousClock.now - startedAt) / .milliseconds(1)
        var metadata = metadata
        metadata["bytes"] = .stringConvertible(bytes)
        metadata["milliseconds"] = .stringConvertible((duration * 10).rounded() / 10)
        logger.info("request", metadata: metadata)
    }
}

/// Counts the bytes of a response's body whose length isn't known before. It writes the request's line when the last
/// reference to it is gone: when the body has been sent, or will never be, since the client has disconnected.
final class AccessLogTransfer: Sendable {
    private let line: AccessLogLine
    private let bytes = Atomic<Int>(0)

    init(_ line: AccessLogLine) {
        self.line = line
    }

    deinit {
        line.write(bytes: bytes.load(ordering: .relaxed))
    }

    func add(_ count: Int) {
        bytes.wrappingAdd(count, ordering: .relaxed)
    }
}

/// Counts what passes through it.
struct CountingWriter: ResponseBodyWriter {
    var base: any ResponseBodyWriter
    let transfer: AccessLogTransfer

    mutating func write(_ buffer: ByteBuffer) async throws {
        try await base.write(buffer)
        transfer.add(buffer.readableBytes)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await base.finish(trailingHeaders)
    }
}
