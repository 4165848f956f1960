import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Synchronization
import TestSupport
import Testing

@testable import Web

/// The sender is authenticated before the body is read, and an unknown sender may send only a short one.
struct BodyOrderTests {
    private static let unsafe: Set<HTTPRequest.Method> = [.post, .put, .patch, .delete]

    @Test func noBodyIsReadOfSomebodyWithoutCredentials() async throws {
        try await RefusalWorld.run { world in
            let routes = RouteTable(world.service.services).routes
            let responder = makeRouter(world.service.services).buildResponder()
            for route in routes where Self.unsafe.contains(route.method) && route.access != .open {
                let reads = Mutex(0)
                let body = AsyncStream<ByteBuffer> {
                    reads.withLock { $0 += 1 }
                    return nil
                }
                let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "x" : $0 }
                let request = Request(
                    head: HTTPRequest(
                        method: route.method, scheme: "https", authority: "lodestone.test",
                        path: "/" + path.joined(separator: "/"), headerFields: [.contentType: "application/json"]),
                    body: RequestBody(asyncSequence: body))
                let context = WebContext(source: .init(channel: EmbeddedChannel(), logger: .silent))
                let response = try await responder.respond(to: request, context: context)
                #expect(response.status == .unauthorized, "\(route.method) \(route.path)")
                #expect(reads.withLock { $0 } == 0, "\(route.method) \(route.path)")
            }
        }
    }

    @Test func aStrangersBodyIsShort() async throws {
        try await TestService.run { service in
            let routes = RouteTable(service.services).routes
            for route in routes where Self.unsafe.contains(route.method) && route.access == .open {
                guard !route.path.hasPrefix("/api/webhooks/") else { continue }
                let type = route.isPage ? "application/x-www-form-urlencoded" : "application/json"
                let answer = try await service.send(
                    route.method, route.path, headers: [.contentType: type, .testFetchSite: "same-origin"],
                    body: String(repeating: " ", count: BodyLimit.stranger + 1))
                #expect(answer.status == 413, "\(route.method) \(route.path)")
            }
        }
    }
}
