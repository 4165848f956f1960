package import CoreMetrics
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import Storage
package import Web

/// The service as a whole: the data directory held, the HTTP server and the administrator's socket.
package struct LodestoneServer: Service {
    private let configuration: ServerConfiguration
    private let services: Services
    private let logger: Logger
    private let whenReady: @Sendable (String) async -> Void

    /// Opens the data directory, which is made when it isn't there.
    ///
    /// - Parameter whenReady: called with the server's address once it answers.
    /// - Throws: `StorageError` when the directory or its database can't be used.
    package init(
        _ configuration: ServerConfiguration,
        clock: Clock = .system,
        passwords: PasswordHasher = PasswordHasher(),
        logger: Logger,
        whenReady: @escaping @Sendable (String) async -> Void = { _ in }
    ) throws {
        let directory = configuration.dataDirectory
        try directory.create()
        let store = try DataStore(openIn: directory, holding: directory.lock(), logger: logger)
        services = Services(store: store, clock: clock, passwords: passwords, configuration: configuration.web)
        self.configuration = configuration
        self.logger = logger
        self.whenReady = whenReady
    }

    /// What the server measures with; the libraries do too once it is the process's own.
    package var metrics: any MetricsFactory { services.metrics }

    /// Serves until it is asked to stop, then finishes the requests that are under way.
    package func run() async throws {
        let configuration = configuration
        let whenReady = whenReady
        let application = Application(
            router: makeRouter(services),
            server: .http1(configuration: .init(idleTimeout: .seconds(75))),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            services: [AdminSocket(path: configuration.dataDirectory.socketPath, services: services, logger: logger)],
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? configuration.port
                await whenReady(configuration.address(onPort: port))
            },
            logger: logger)
        try await application.run()
    }
}
