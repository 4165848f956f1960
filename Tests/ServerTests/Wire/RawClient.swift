import Foundation
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// A connection on which a test sends whatever bytes it wants. It is closed when the last copy goes.
final class RawClient: Sendable {
    private let channel: any Channel
    private let received: ReceivedBytes

    /// - Parameter reads: whether it reads what comes; one that doesn't leaves it in the system's buffer, which is small.
    init(to server: RunningServer, reads: Bool = true) async throws {
        let port = URLComponents(string: server.address)?.port ?? 0
        let received = ReceivedBytes()
        self.received = received
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: reads)
            .channelOption(.socketOption(.so_rcvbuf), value: reads ? 1 << 20 : 4096)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(received) }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    deinit {
        channel.close(promise: nil)
    }

    /// Whether the server has closed, or said that it sends no more.
    var isEnded: Bool { received.isEnded }
    var text: String { received.text }

    func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text)).get()
    }

    /// Sends as far as the server takes it.
    func trySending(_ text: String) {
        channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    }

    /// Sends and reads all that comes back until the server ends the connection.
    func exchange(_ text: String) async throws -> String {
        trySending(text)
        try await eventually { isEnded }
        return self.text
    }

    func expect(_ part: String) async throws {
        try await eventually { text.contains(part) }
    }

    func endSending() async throws {
        try await channel.close(mode: .output).get()
    }

    /// Goes away as a client does that crashes: with a reset.
    func reset() async throws {
        guard let options = channel as? any SocketOptionProvider else { return }
        try await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        try await channel.close().get()
    }
}

private final class ReceivedBytes: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let state = Mutex<(text: String, isEnded: Bool)>(("", false))

    var text: String { state.withLock(\.text) }
    var isEnded: Bool { state.withLock(\.isEnded) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(buffer: unwrapInboundIn(data))
        state.withLock { $0.text += text }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event { end() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
    }

    private func end() {
        state.withLock { $0.isEnded = true }
    }
}
