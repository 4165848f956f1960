import AsyncHTTPClient
import Domain
import Foundation
package import Logging
package import NIOCore
import NIOHTTP1
package import Storage
import Web
import WebPush

/// Runs the administrator's commands: directly on the database if no server is running, or else through the server.
package struct Administrator: Sendable {
    let directory: DataDirectory
    private let address: String
    private let logger: Logger

    /// - Parameter address: the public base URL of the server, for links that are created while it isn't running.
    package init(
        _ directory: DataDirectory, address: String = ServerConfiguration.defaultAddress, logger: Logger
    ) {
        self.directory = directory
        self.address = address
        self.logger = logger
    }

    /// - Throws: `DomainError` for errors in the command, `StorageError` when the directory can't be used.
    package func perform<Operation: AdminOperation>(_ operation: Operation) async throws -> Operation.Output {
        do {
            return try await operation.performAudited(with: openServices())
        } catch StorageError.directoryInUse {
            return try await send(operation)
        }
    }

    /// Runs a download, and passes its file to `write` piece by piece while it is generated.
    ///
    /// - Throws: the same errors as `perform`, and those of `write`.
    package func perform(
        _ download: some AdminDownload, to write: (ByteBuffer) async throws -> Void
    ) async throws {
        do {
            try await download.openAudited(with: openServices())(write)
        } catch StorageError.directoryInUse {
            try await receive(download, to: write)
        }
    }

    private func openServices() throws -> Services {
        try directory.create()
        let store = try DataStore(openIn: directory, holding: directory.lock(), logger: logger)
        return Services(
            store: store, clock: .system, passwords: PasswordHasher(),
            configuration: WebConfiguration(address: PublicAddress(address), origins: [], isSecure: false),
            push: PushClient(contact: ServerConfiguration.defaultPushContact))
    }

    private func send<Operation: AdminOperation>(_ operation: Operation) async throws -> Operation.Output {
        let response = try await post(try JSONEncoder().encode(operation), to: Operation.name, timeout: .seconds(60))
        guard response.status == .ok else { throw StorageError.directoryInUse(path: directory.path) }
        let body = Data(try await response.body.collect(upTo: 64 * 1_048_576).readableBytesView)
        switch try JSONDecoder().decode(AdminReply<Operation.Output>.self, from: body) {
        case .done(let output): return output
        case .refused(let detail): throw DomainError.conflict(detail)
        }
    }

    private func receive<Download: AdminDownload>(_ download: Download, to write: ArchiveExport.Write) async throws {
        let response = try await post(try JSONEncoder().encode(download), to: Download.name, timeout: .hours(24))
        if response.status == .conflict {
            let body = Data(try await response.body.collect(upTo: 1_048_576).readableBytesView)
            if case .refused(let detail) = try JSONDecoder().decode(AdminReply<Done>.self, from: body) {
                throw DomainError.conflict(detail)
            }
        }
        guard response.status == .ok else { throw StorageError.directoryInUse(path: directory.path) }
        for try await piece in response.body { try await write(piece) }
    }

    /// The client retries for a while, so that a server that has locked the directory but isn't listening yet is waited
    /// for.
    private func post(_ body: Data, to name: String, timeout: TimeAmount) async throws -> HTTPClientResponse {
        guard let url = URL(httpURLWithSocketPath: directory.socketPath, uri: "/\(name)") else {
            throw StorageError.directoryInUse(path: directory.path)
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await HTTPClient.shared.execute(request, timeout: timeout)
    }
}
