import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OutgoingHTTP
import Testing

/// What the server's own requests accept of other servers.
struct OutgoingTLSTests {
    private final class Greeting: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .end = unwrapInboundIn(data) else { return }
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["Content-Length": "0"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }

    private func serve(_ version: TLSVersion, with certificate: TestCertificate) async throws -> any Channel {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.certificatePath).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.keyPath, format: .pem)))
        configuration.maximumTLSVersion = version
        let context = try NIOSSLContext(configuration: configuration)
        return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(Greeting())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    @Test(arguments: [(TLSVersion.tlsv11, false), (.tlsv12, true), (.tlsv13, true)])
    func onlyRecentVersionsAreAccepted(version: TLSVersion, isAccepted: Bool) async throws {
        let certificate = try TestCertificate.shared()
        let server = try await serve(version, with: certificate)
        var configuration = TLSConfiguration.outgoing
        configuration.additionalTrustRoots = [.file(certificate.certificatePath)]
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: .init(tlsConfiguration: configuration))
        let request = HTTPClientRequest(url: "https://localhost:\(server.localAddress?.port ?? 0)/")
        let answer = try? await client.execute(request, timeout: .seconds(30))
        #expect((answer?.status == .ok) == isAccepted)
        try await client.shutdown()
        try await server.close()
    }
}
