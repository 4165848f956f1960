import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import Runs
import ServiceLifecycle
import Web

/// The private socket in the data directory. The administrator's commands reach a running server through it, so that no
/// second process ever writes the database. Whoever may open the socket has full access.
struct AdminSocket: NamedService {
    let path: String
    let services: Services
    let logger: Logger

    func run() async throws {
        let router = Router()
        register(SetUp.self, in: router)
        register(AddOrganization.self, in: router)
        register(ListOrganizations.self, in: router)
        register(AddUser.self, in: router)
        register(ListUsers.self, in: router)
        register(DisableUser.self, in: router)
        register(ResetPassword.self, in: router)
        register(ResetTwoFactor.self, in: router)
        register(Invite.self, in: router)
        register(CreateKey.self, in: router)
        register(ListKeys.self, in: router)
        register(RevokeKey.self, in: router)
        register(CreateRunnerToken.self, in: router)
        register(ListRunnerTokens.self, in: router)
        register(RevokeRunnerToken.self, in: router)
        register(ListAuditEvents.self, in: router)
        register(FillWithDemo.self, in: router)
        register(ImportLines.self, in: router)
        register(ExportArchive.self, in: router)
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: path)), logger: quiet)
        try await application.run()
    }

    /// Maximum size of a request in bytes: a batch of an import with one very long line.
    private static let bodyLimit = 96 * 1_048_576

    private func register<Operation: AdminOperation>(
        _ type: Operation.Type, in router: Router<BasicRequestContext>
    ) {
        let services = services
        router.post(RouterPath(type.name)) { request, _ in
            let body = try await request.body.collect(upTo: Self.bodyLimit)
            let reply: AdminReply<Operation.Output>
            do {
                let operation = try JSONDecoder().decode(type, from: Data(body.readableBytesView))
                reply = .done(try await operation.performAudited(with: services))
            } catch let error as DomainError {
                reply = .refused(error.detail)
            }
            return ByteBuffer(bytes: try JSONEncoder().encode(reply))
        }
    }

    private func register<Download: AdminDownload>(_ type: Download.Type, in router: Router<BasicRequestContext>) {
        let services = services
        router.post(RouterPath(type.name)) { request, _ -> Response in
            let body = try await request.body.collect(upTo: Self.bodyLimit)
            do {
                let download = try JSONDecoder().decode(type, from: Data(body.readableBytesView))
                let write = try await download.openAudited(with: services)
                return Response(
                    status: .ok,
                    body: ResponseBody { writer in
                        try await write { try await writer.write($0) }
                        try await writer.finish(nil)
                    })
            } catch let error as DomainError {
                let reply = try JSONEncoder().encode(AdminReply<Done>.refused(error.detail))
                return Response(status: .conflict, body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply)))
            }
        }
    }
}

/// The response of an operation on the socket.
enum AdminReply<Output: Codable & Sendable>: Codable, Sendable {
    case done(Output)
    case refused(String)
}
