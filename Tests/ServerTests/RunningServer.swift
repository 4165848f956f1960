import AsyncHTTPClient
import Foundation
import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
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

    /// - Parameters:
    ///   - environment: settings in addition to those of every test.
    ///   - rules: the rules of connections.
    static func run(
        in directory: TemporaryDirectory? = nil, environment: [String: String] = [:],
        rules: ConnectionRules = ConnectionRules(), logger: Logger = .silent,
        _ test: @Sendable @escaping (RunningServer) async throws -> Void
    ) async throws {
        let directory = try directory ?? TemporaryDirectory()
        try await serve(directory, environment, rules, logger, test)
        // The framework lets go of a server a moment after it has stopped, and the data directory with it.
        try await eventually { (try? directory.dataDirectory.lock()) != nil }
    }

    private static func serve(
        _ directory: TemporaryDirectory, _ environment: [String: String], _ rules: ConnectionRules, _ logger: Logger,
        _ test: @Sendable @escaping (RunningServer) async throws -> Void
    ) async throws {
        let always = ["LODESTONE_DATA": directory.path, "LODESTONE_PORT": "0", "LODESTONE_AGENT": "none"]
            .merging(try Transport.current.certificate?.settings ?? [:]) { $1 }
        let settings = try await Settings(Flags(), environment: always.merging(environment) { $1 })
        let (started, ready) = AsyncStream.makeStream(of: StartedServer.self)
        let server = try LodestoneServer(
            try settings.serverConfiguration(), passwords: PasswordHasher(cost: TestService.cheapCost),
            connections: rules, logger: logger
        ) { ready.yield($0) }
        let services = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            group.addTask {
                for await server in started {
                    try await test(
                        RunningServer(
                            directory: directory, address: server.address, setUpLink: server.setUpLink))
                    return
                }
            }
            try await group.next()
            // As a signal would: a server that is cancelled in the middle of things drops connections at its door.
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    var administrator: Administrator { Administrator(directory.dataDirectory, logger: .silent) }

    /// Sends a request, and waits for its answer as long as a slow machine may take.
    func send(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        try await (isEncrypted ? Self.trusting : .shared).execute(request, timeout: .minutes(2))
    }

    var isEncrypted: Bool { address.hasPrefix("https:") }

    private static let trusting = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(tlsConfiguration: .trusting))

    /// Sends lines of an agent's transcript, and expects them to be taken.
    func report(_ lines: [String], to session: String, as credential: Credential) async throws {
        var request = HTTPClientRequest(url: "\(address)/api/sessions/\(session)/messages")
        request.method = .POST
        for field in credential.headers { request.headers.add(name: field.name.rawName, value: field.value) }
        request.headers.add(name: "content-type", value: "application/x-ndjson")
        request.body = .bytes(ByteBuffer(string: lines.joined(separator: "\n")))
        let response = try await send(request)
        guard response.status == .created else {
            throw EventStreamError.refused(status: Int(response.status.code), body: "")
        }
    }

    func get(_ path: String, key: String) async throws -> (status: UInt, body: String) {
        var request = HTTPClientRequest(url: address + path)
        request.headers.add(name: "x-api-key", value: key)
        let response = try await send(request)
        return (response.status.code, String(buffer: try await response.body.collect(upTo: 1 << 28)))
    }

    /// Sends the token of a link with the other fields, and returns the answer's status.
    func post(_ path: String, token link: String?, fields: [String: String] = [:]) async throws -> UInt {
        var fields = fields
        fields["token"] = link.map { String($0.drop { $0 != "#" }.dropFirst()) }
        var request = HTTPClientRequest(url: address + path)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(fields)))
        return try await send(request).status.code
    }

    func setUp(with link: String?) async throws -> UInt {
        try await post(
            "/api/setup", token: link,
            fields: [
                "organization": "Acme", "name": "Alice", "email": "alice@example.com",
                "password": TestService.password,
            ])
    }
}
