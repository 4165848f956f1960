import AsyncHTTPClient
import Domain
import Foundation
package import Logging
import NIOCore
import NIOHTTP1
package import Storage
import Web

/// Runs the administrator's commands: on the database itself while no server holds it, and else through the server.
package struct Administrator: Sendable {
    private let directory: DataDirectory
    private let address: String
    private let logger: Logger

    /// - Parameter address: where people find the server, for links that are made while it isn't running.
    package init(
        _ directory: DataDirectory, address: String = ServerConfiguration.defaultAddress, logger: Logger
    ) {
        self.directory = directory
        self.address = address
        self.logger = logger
    }

    /// - Throws: `DomainError` for what the command got wrong, `StorageError` when the directory can't be used.
    package func perform<Operation: AdminOperation>(_ operation: Operation) async throws -> Operation.Output {
        try directory.create()
        do {
            let store = try DataStore(openIn: directory, holding: directory.lock(), logger: logger)
            let services = Services(
                store: store, clock: .system, passwords: PasswordHasher(),
                configuration: WebConfiguration(address: PublicAddress(address), origins: [], isSecure: false))
            return try await operation.perform(with: services)
        } catch StorageError.directoryInUse {
            return try await send(operation)
        }
    }

    private func send<Operation: AdminOperation>(_ operation: Operation) async throws -> Operation.Output {
        let body = try await reply(to: try JSONEncoder().encode(operation), for: Operation.name)
        switch try JSONDecoder().decode(AdminReply<Operation.Output>.self, from: body) {
        case .done(let output): return output
        case .refused(let detail): throw DomainError.conflict(detail)
        }
    }

    /// The client keeps trying for a while, so a server that holds the directory but doesn't listen yet is waited for.
    private func reply(to body: Data, for name: String) async throws -> Data {
        guard let url = URL(httpURLWithSocketPath: directory.socketPath, uri: "/\(name)") else {
            throw StorageError.directoryInUse(path: directory.path)
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        guard response.status == .ok else { throw StorageError.directoryInUse(path: directory.path) }
        return Data(try await response.body.collect(upTo: 64 * 1_048_576).readableBytesView)
    }
}
