import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import TestSupport
import Testing
import Web

/// Bodies of unknown length, as with `Transfer-Encoding: chunked`.
struct StreamedBodyTests {
    private static let mebibyte = 1_048_576

    @Test(arguments: [("application/json", 2), ("application/x-ndjson", 33)])
    func aBodyIsReadNoFurtherThanItMayBeLong(_ contentType: String, _ mebibytesRead: Int) async throws {
        try await RefusalWorld.run { world in
            let isMessages = contentType != "application/json"
            let sent = Mutex(0)
            let chunk = ByteBuffer(repeating: UInt8(ascii: " "), count: Self.mebibyte)
            let body = AsyncStream<ByteBuffer> {
                sent.withLock { sent in
                    sent += 1
                    return sent > 100 ? nil : chunk
                }
            }
            var headers = world.team.key.headers
            headers[.contentType] = contentType
            let request = Request(
                head: HTTPRequest(
                    method: isMessages ? .post : .patch, scheme: "https", authority: "lodestone.test",
                    path: "/api/sessions/\(world.session)\(isMessages ? "/messages" : "")", headerFields: headers),
                body: RequestBody(asyncSequence: body))
            let context = WebContext(source: .init(channel: EmbeddedChannel(), logger: .silent))
            let response = try await makeRouter(world.service.services).buildResponder()
                .respond(to: request, context: context)
            #expect(response.status == .contentTooLarge)
            #expect(sent.withLock { $0 } <= mebibytesRead)
        }
    }
}
