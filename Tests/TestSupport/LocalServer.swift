import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore

/// A local server that agents may be denied or allowed: `/` responds with `hello` and the host, `/big` with 8 MiB,
/// `/count` with the number of bytes received, and `/redirect` with a redirect to a private address.
package enum LocalServer {
    package static let bigSize = 8 << 20

    /// Runs the server while `body` runs, which receives its port on 127.0.0.1.
    package static func whileRunning(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let router = Router()
        router.get("/") { request, _ in "hello \(request.head.authority ?? "")" }
        router.get("/big") { _, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x61, count: bigSize)))
        }
        router.post("/count") { request, _ in
            var count = 0
            for try await piece in request.body { count += piece.readableBytes }
            return "\(count)"
        }
        router.get("/redirect") { _, _ in Response(status: .found, headers: [.location: "http://10.0.0.1/"]) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: .silent)
        try await application.test(.live) { client in
            try await body(client.port ?? 0)
        }
    }
}
