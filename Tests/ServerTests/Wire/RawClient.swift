import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization
import TestSupport

/// A connection on which a test sends whatever bytes it wants. It is closed when the last copy goes.
final class RawClient: Sendable {
    private let channel: any Channel
    private let received: ReceivedBytes

    /// - Parameters:
    ///   - reads: whether it reads what comes; one that doesn't leaves it in the system's buffer, which is small.
    ///   - tls: `nil` for plain HTTP; by default what the server speaks.
    convenience init(to server: RunningServer, reads: Bool = true) async throws {
        try await self.init(to: server, reads: reads, tls: server.isEncrypted ? .trusting : nil)
    }

    init(to server: RunningServer, reads: Bool = true, tls: TLSConfiguration?) async throws {
        let port = URLComponents(string: server.address)?.port ?? 0
        let context = try tls.map { try NIOSSLContext(configuration: $0) }
        let received = ReceivedBytes(reads: reads)
        self.received = received
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            // A handshake has to be read.
            .channelOption(.autoRead, value: reads || tls != nil)
            .channelOption(.socketOption(.so_rcvbuf), value: reads ? 1 << 20 : 4096)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        let handler = try NIOSSLClientHandler(context: context, serverHostname: nil)
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    try channel.pipeline.syncOperations.addHandler(received)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        if tls != nil { try await eventually { received.isSecured || received.isEnded } }
    }

    deinit {
        channel.close(promise: nil)
    }

    /// Whether a TLS handshake has succeeded.
    var isSecured: Bool { received.isSecured }
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
        try await channel.eventLoop.submit { [channel] in
            // Without TLS's goodbye.
            let tls = try? channel.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self)
            if let tls { tls.close(promise: nil) } else { channel.close(promise: nil) }
        }.get()
        try await channel.closeFuture.get()
    }
}

private final class ReceivedBytes: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let reads: Bool
    private let state = Mutex<(text: String, isSecured: Bool, isEnded: Bool)>(("", false, false))

    init(reads: Bool) {
        self.reads = reads
    }

    var text: String { state.withLock(\.text) }
    var isSecured: Bool { state.withLock(\.isSecured) }
    var isEnded: Bool { state.withLock(\.isEnded) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(buffer: unwrapInboundIn(data))
        state.withLock { $0.text += text }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: end()
        case TLSUserEvent.handshakeCompleted:
            state.withLock { $0.isSecured = true }
            if !reads { try? context.channel.syncOptions?.setOption(.autoRead, value: false) }
        default: break
        }
    }

    /// The end of the connection follows.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {}

    func channelInactive(context: ChannelHandlerContext) {
        end()
    }

    private func end() {
        state.withLock { $0.isEnded = true }
    }
}
