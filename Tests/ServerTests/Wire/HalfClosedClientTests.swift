import Domain
import Foundation
import GRDB
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing
import Web

@testable import Server
@testable import Storage

/// A client may close its sending side while it waits for a response. The server can't know whether the client still
/// reads: it sends the response within the usual time limit, and closes the connection.
@Suite(.timeLimit(.minutes(5)), .onEachTransport)
struct HalfClosedClientTests {
    private static let request = "GET /anything HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test func aReadThatGoesOnAndOnEndsAtItsDeadlineAndIsAnswered() async throws {
        let reads = try EndlessReads(limit: .milliseconds(300))
        try await reads.served { server in
            let client = try await RawClient(to: server)
            try await client.send(Self.request)
            try await eventually { reads.began.withLock(\.self) == 1 }
            try await client.endSending()
            try await eventually { client.isEnded }
            #expect(client.text.hasPrefix("HTTP/1.1 503 "))
        }
        #expect(reads.outcomes.withLock(\.self) == ["unavailable"])
        try await reads.expectFreeReaders()
    }

    /// This client has closed both sides, and gets no response.
    @Test(arguments: [true, false])
    func aReadEndsAtOnceWhenItsClientIsGone(isHalfClosedBefore: Bool) async throws {
        let reads = try EndlessReads(limit: .seconds(240))
        try await reads.served { server in
            let client = try await RawClient(to: server)
            try await client.send(Self.request)
            try await eventually { reads.began.withLock(\.self) == 1 }
            if isHalfClosedBefore { try await client.endSending() }
            try await client.reset()
            try await eventually { reads.outcomes.withLock(\.self) == ["cancelled"] }
        }
        try await reads.expectFreeReaders()
    }

    /// More clients than there are readers, so that some of their reads wait.
    @Test func manyOfThemLeaveNothingBehind() async throws {
        let reads = try EndlessReads(limit: .milliseconds(300))
        try await reads.served { server in
            var clients: [RawClient] = []
            for _ in 0..<12 { clients.append(try await RawClient(to: server)) }
            for client in clients {
                try await client.send(Self.request)
                try await client.endSending()
            }
            for client in clients { try await eventually { client.isEnded } }
            #expect(clients.allSatisfy { $0.text.hasPrefix("HTTP/1.1 503 ") })
        }
        try await reads.expectFreeReaders()
    }

    @Test func aLongAnswerArrivesInFull() async throws {
        let home = try await SessionHome(sessions: 1)
        try await RunningServer.run(in: home.directory) { server in
            let text = String(repeating: "y", count: 1_000_000)
            let line = #"{"type":"assistant","message":{"content":[{"type":"text","text":"\#(text)"}]}}"#
            for _ in 0..<8 { try await server.report([line], to: home.sessions[0].rawValue, as: home.key) }
            let client = try await RawClient(to: server)
            try await client.send(
                """
                GET /api/sessions/\(home.sessions[0])/export HTTP/1.1\r\nHost: x\r\nx-api-key: \(home.keyText)\r\n\
                Accept-Encoding: identity\r\n\r\n
                """)
            try await client.endSending()
            try await eventually { client.isEnded }
            #expect(client.text.hasPrefix("HTTP/1.1 200 "))
            #expect(client.text.utf8.count > 8_000_000)
            #expect(client.text.hasSuffix("0\r\n\r\n"))
        }
    }
}

/// Responds to every request with the result of an endless query.
private final class EndlessReads: HTTPResponder, Sendable {
    typealias Context = WebContext

    let began = Mutex(0)
    /// For each read.
    let outcomes = Mutex<[String]>([])
    private let directory: TemporaryDirectory
    private let connections: Connections

    init(limit: Duration) throws {
        directory = try TemporaryDirectory()
        connections = try Connections(
            path: directory.dataDirectory.databasePath, logger: .silent, readLimits: ReadLimits(ordinary: limit))
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        let outcome: String
        do {
            try await connections.read { db in
                self.began.withLock { $0 += 1 }
                _ = try Int.fetchOne(
                    db, sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
            }
            outcome = "done"
        } catch is CancellationError {
            outcome = "cancelled"
        } catch {
            outcome = "unavailable"
        }
        outcomes.withLock { $0.append(outcome) }
        return Response(status: .serviceUnavailable)
    }

    /// All readers can be used at once.
    func expectFreeReaders() async throws {
        let answers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await self.connections.read { try Int.fetchOne($0, sql: "SELECT ?", arguments: [number]) }
                }
            }
            return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
        }
        #expect(answers == Set(0..<8))
    }

    /// Runs a server on a real socket, with the rules that the service's connections and requests have.
    func served(_ test: @Sendable @escaping (RunningServer) async throws -> Void) async throws {
        let registry = ConnectionRegistry(ConnectionRules(), metrics: ConnectionMetrics(in: MetricsRegistry()))
        let certificate = try Transport.current.certificate
        let identity = try certificate.map { certificate in
            ServerIdentity(
                try CertificateFiles(certificatePath: certificate.certificatePath, keyPath: certificate.keyPath)
                    .load().context)
        }
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: RequestTask(self),
            server: HTTPServerBuilder {
                GuardedHTTPChannel(responder: $0, registry: registry, identity: identity)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { ready.yield($0.localAddress?.port ?? 0) }, logger: .silent)
        let services = ServiceGroup(services: [application], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            group.addTask { [directory] in
                for await port in ports {
                    let address = "\(identity == nil ? "http" : "https")://127.0.0.1:\(port)"
                    return try await test(RunningServer(directory: directory, address: address, setUpLink: nil))
                }
            }
            try await group.next()
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }
}
