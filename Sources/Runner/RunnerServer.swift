import AsyncHTTPClient
import Domain
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import OutgoingHTTP
import RunnerLink
import Threads

/// The server as a runner uses it. Requests are repeated while the server can't be reached, until they are cancelled.
final class RunnerServer: Sendable {
    /// Limits of the server's answers, in bytes; orders may have a message with images.
    private static let largestAnswer = 64 << 20
    private static let largestProblem = 65_536
    private static let threads = WorkerThreads(count: 2)
    private static let pieceSize = 262_144
    /// Time between two attempts; it doubles from the first to the last.
    private static let shortestPause: Duration = .milliseconds(200)
    /// Shorter than the shortest lease.
    private static let longestPause: Duration = .seconds(3)

    private let client: HTTPClient
    private let url: String
    private let token: HiddenText
    /// Called when the server has answered, and while something arrives from it or goes there.
    let onContact: @Sendable () -> Void

    /// - Throws: when the file with the certificates can't be read.
    init(_ configuration: RunnerConfiguration, onContact: @escaping @Sendable () -> Void = {}) throws {
        var tls = TLSConfiguration.outgoing
        if let certificates = configuration.certificates { tls.trustRoots = .file(certificates) }
        var settings = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        settings.timeout.connect = .seconds(10)
        settings.timeout.read = .seconds(60)
        settings.timeout.write = .seconds(60)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
        url = configuration.server.text
        token = configuration.token
        self.onContact = onContact
    }

    private init(_ other: RunnerServer, onContact: @escaping @Sendable () -> Void) {
        client = other.client
        url = other.url
        token = other.token
        self.onContact = onContact
    }

    /// The same server, for the run of a lease.
    func noting(_ onContact: @escaping @Sendable () -> Void) -> RunnerServer {
        RunnerServer(self, onContact: onContact)
    }

    func shutDown() async {
        try? await client.shutdown()
    }

    // MARK: - Requests

    /// Waits for a run, once.
    func claim(_ claim: RunnerClaim) async throws -> RunnerAssignment? {
        try await once(.POST, "claim", .json(claim), as: RunnerClaimAnswer.self).assignment
    }

    func orders(of lease: String, after number: Int) async throws -> RunnerOrders {
        try await repeatedly {
            try await self.once(.GET, "leases/\(lease)/orders?after=\(number)", as: RunnerOrders.self)
        }
    }

    func post(
        _ output: ArraySlice<UInt8>, at offset: Int, of process: Int, _ lease: String
    ) async throws
        -> RunnerOutputAnswer
    {
        let bytes = ByteBuffer(bytes: output)
        return try await repeatedly {
            try await self.once(
                .POST, "leases/\(lease)/processes/\(process)/output?offset=\(offset)", .bytes(bytes),
                as: RunnerOutputAnswer.self)
        }
    }

    func end(_ process: Int, _ ending: RunnerEnding, _ lease: String) async throws {
        try await repeatedly {
            try await self.once(.POST, "leases/\(lease)/processes/\(process)/ending", .json(ending))
        }
    }

    func finishCheckpoint(_ number: Int, _ lease: String) async throws {
        try await repeatedly { try await self.once(.POST, "leases/\(lease)/checkpoints/\(number)") }
    }

    func ask(_ question: RunnerNetworkQuestion, _ lease: String) async throws -> RunnerNetworkAnswer {
        try await once(.POST, "leases/\(lease)/network", .json(question), as: RunnerNetworkAnswer.self)
    }

    func setPause(_ isPaused: Bool, _ lease: String) async throws {
        try await repeatedly {
            try await self.once(.POST, "leases/\(lease)/pause", .json(RunnerPause(isPaused: isPaused)))
        }
    }

    /// Once only: if it fails, the lease ends by itself.
    func giveBack(_ lease: String) async throws {
        try await once(.DELETE, "leases/\(lease)")
    }

    /// Stores files of the run in a file.
    func download(_ files: RunnerFiles, of lease: String, to path: String) async throws {
        try await repeatedly {
            let response = try await self.response(.GET, "leases/\(lease)/files/\(files.rawValue)", .none)
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let file = FileHandle(forWritingAtPath: path)
            else { throw CocoaError(.fileWriteUnknown) }
            defer { try? file.close() }
            for try await part in response.body {
                self.onContact()
                try await Self.threads.run { try file.write(contentsOf: Data(part.readableBytesView)) }
            }
        }
    }

    func upload(_ files: RunnerFiles, of lease: String, from path: String) async throws {
        try await repeatedly {
            guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
            defer { try? file.close() }
            let size = try file.seekToEnd()
            try file.seek(toOffset: 0)
            let onContact = self.onContact
            let pieces = AsyncThrowingStream<ByteBuffer, any Error> {
                let piece = try await Self.threads.run { try file.read(upToCount: Self.pieceSize) }
                guard let piece, !piece.isEmpty else { return nil }
                onContact()
                return ByteBuffer(bytes: piece)
            }
            _ = try await self.response(
                .PUT, "leases/\(lease)/files/\(files.rawValue)", .pieces(pieces, size: Int64(size)))
        }
    }

    // MARK: - HTTP

    private enum Body {
        case none
        case json(any Encodable)
        case bytes(ByteBuffer)
        case pieces(AsyncThrowingStream<ByteBuffer, any Error>, size: Int64)
    }

    /// Repeats a request while the server can't be reached.
    ///
    /// - Throws: the other errors of the request, and `CancellationError`.
    private func repeatedly<Value>(_ request: () async throws -> Value) async throws -> Value {
        var pause = Self.shortestPause
        while true {
            do {
                return try await request()
            } catch RunnerError.unavailable {
                try await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private func once<Answer: Decodable>(
        _ method: HTTPMethod, _ path: String, _ body: Body = .none, as type: Answer.Type
    ) async throws -> Answer {
        let response = try await response(method, path, body)
        do {
            let bytes = try await response.body.collect(upTo: Self.largestAnswer)
            onContact()
            return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
        } catch {
            try Task.checkCancellation()
            throw RunnerError.unavailable("its answer can't be read (\(Self.reason(error)))")
        }
    }

    private func once(_ method: HTTPMethod, _ path: String, _ body: Body = .none) async throws {
        let response = try await response(method, path, body)
        _ = try? await response.body.collect(upTo: Self.largestProblem)
    }

    private func response(_ method: HTTPMethod, _ path: String, _ body: Body) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "\(url)/api/runner/\(path)")
        request.method = method
        request.headers = [
            "Authorization": "Bearer \(token.text)", "User-Agent": "Lodestone-Runner/\(ServiceVersion.current)",
        ]
        switch body {
        case .none: break
        case .json(let value):
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(value)))
        case .bytes(let bytes):
            request.headers.add(name: "Content-Type", value: "application/octet-stream")
            request.body = .bytes(bytes)
        case .pieces(let pieces, let size):
            request.headers.add(name: "Content-Type", value: "application/gzip")
            request.body = .stream(pieces, length: .known(size))
        }
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, deadline: .distantFuture)
        } catch {
            try Task.checkCancellation()
            throw RunnerError.unavailable(Self.reason(error))
        }
        onContact()
        guard !(200..<300).contains(Int(response.status.code)) else { return response }
        throw await Self.error(response)
    }

    private struct Problem: Decodable {
        let detail: String?
    }

    private static func error(_ response: HTTPClientResponse) async -> RunnerError {
        let body = try? await response.body.collect(upTo: largestProblem)
        let problem = body.flatMap { try? JSONDecoder().decode(Problem.self, from: Data($0.readableBytesView)) }
        let detail = problem?.detail ?? "It answers with the status \(response.status.code)."
        switch response.status.code {
        case 401: return .tokenRefused(detail)
        case 409: return .leaseOver
        case 408, 429, 500...599: return .unavailable(detail)
        default: return .refused(detail)
        }
    }

    private static func reason(_ error: any Error) -> String {
        (error as? HTTPClientError)?.shortDescription ?? "\(error)"
    }
}
