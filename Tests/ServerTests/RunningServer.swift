import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Storage
import Synchronization
import TestSupport
import Web

@testable import Server

/// A server on a real socket of its own, for the time of a test.
struct RunningServer {
    let directory: TemporaryDirectory
    let address: String
    let setUpLink: String?

    static func run(
        in directory: TemporaryDirectory? = nil, _ test: @Sendable @escaping (RunningServer) async throws -> Void
    ) async throws {
        let directory = try directory ?? TemporaryDirectory()
        let settings = try await Settings(
            Flags(), environment: ["LODESTONE_DATA": directory.path, "LODESTONE_PORT": "0"])
        let (started, ready) = AsyncStream.makeStream(of: StartedServer.self)
        let server = try LodestoneServer(
            try settings.serverConfiguration(), passwords: PasswordHasher(cost: TestService.cheapCost), logger: .silent
        ) { ready.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                for await server in started {
                    try await test(
                        RunningServer(
                            directory: directory, address: server.address, setUpLink: server.setUpLink))
                    return
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    var administrator: Administrator { Administrator(directory.dataDirectory, logger: .silent) }

    func get(_ path: String, key: String) async throws -> (status: UInt, body: String) {
        var request = HTTPClientRequest(url: address + path)
        request.headers.add(name: "x-api-key", value: key)
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        return (response.status.code, String(buffer: try await response.body.collect(upTo: 1 << 28)))
    }
}
