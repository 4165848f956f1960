package import CoreMetrics
import Domain
import Hummingbird
package import Logging
import NIOCore
import RunnerLink
import Runs
import ServiceLifecycle
package import Storage
package import Web

/// The whole service: the data directory, the HTTP server and the administrator's socket.
package struct LodestoneServer: NamedService {
    private let configuration: ServerConfiguration
    private let services: Services
    private let runners: RunnerHub
    private let rules: ConnectionRules
    /// `nil` for plain HTTP.
    private let certificate: ServerCertificate?
    private let logger: Logger
    private let whenReady: @Sendable (StartedServer) async -> Void

    /// Opens the data directory, and creates it if it doesn't exist.
    ///
    /// - Parameter whenReady: called once the server accepts requests.
    /// - Throws: `StorageError` if the directory or its database can't be used.
    package init(
        _ configuration: ServerConfiguration,
        clock: Clock = .system,
        passwords: PasswordHasher = PasswordHasher(),
        eventTiming: EventTiming = EventTiming(),
        connections rules: ConnectionRules = ConnectionRules(),
        logger: Logger,
        whenReady: @escaping @Sendable (StartedServer) async -> Void = { _ in }
    ) throws {
        let directory = configuration.dataDirectory
        try directory.create()
        try configuration.backups?.prepare()
        certificate = try configuration.certificate.map { try ServerCertificate($0, clock: clock, logger: logger) }
        let metrics = MetricsRegistry(help: MetricsRegistry.standardHelp.merging(WorkspaceMetrics.help) { $1 })
        let store = try DataStore(
            openIn: directory, holding: directory.lock(), logger: logger, metrics: metrics,
            queuesRuns: configuration.runs != nil, browserLimits: configuration.browserLimits)
        let runners = RunnerHub(leaseTime: configuration.runs?.runnerLease ?? .seconds(30))
        self.runners = runners
        services = Services(
            store: store, clock: clock, passwords: passwords, configuration: configuration.web,
            push: configuration.push, branches: configuration.branchLookup,
            runners: configuration.runs.map { _ in runners },
            backups: configuration.backups.map { BackupStatus(interval: $0.interval, startedAt: clock.now()) },
            metrics: metrics, eventTiming: eventTiming)
        self.configuration = configuration
        var trusting = rules
        let proxies = configuration.trustedProxies
        trusting.isTrustedProxy = { remote in
            rules.isTrustedProxy(remote) || remote.internetAddress.map(proxies.include) ?? false
        }
        self.rules = trusting
        self.logger = logger
        self.whenReady = whenReady
    }

    /// The server's metrics factory. Libraries use it too once it is the process's factory.
    package var metrics: any MetricsFactory { services.metrics }

    /// Serves until it is asked to stop. Then it ends the streams, and finishes other requests within
    /// `ConnectionRules.shutdownTime`.
    package func run() async throws {
        let linkFile = SetUpLinkFile(path: configuration.dataDirectory.setUpLinkPath)
        linkFile.remove()
        defer { linkFile.remove() }
        let listener = Listener(
            rules, maximumConnections: configuration.maximumConnections, identity: certificate?.identity, services,
            logger: logger)
        let application = Application(
            responder: RequestTask(makeRouter(services).buildResponder()),
            server: listener.server,
            configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            services: backgroundServices,
            onServerRunning: { channel in
                await listener.protect(channel)
                let port = channel.localAddress?.port ?? configuration.port
                let address = configuration.address(onPort: port)
                services.configuration.address.settle(address)
                await whenReady(StartedServer(address: address, setUpLink: await makeSetUpLink(in: linkFile)))
                configuration.serviceManager?.report(.ready, logger: logger)
            },
            logger: logger)
        // The server waits for open requests, including endless streams and slow clients.
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: {
            configuration.serviceManager?.report(.stopping, logger: logger)
            services.eventFeed.shutDown()
            runners.shutDown()
            listener.shutDown()
        }
    }

    private var backgroundServices: [any Service] {
        let (store, clock) = (services.store, services.clock)
        let services: [any Service] = [
            AdminSocket(path: configuration.dataDirectory.socketPath, services: services, logger: logger),
            EventFeedService(feed: services.eventFeed, logger: logger),
            DatabaseWatch(store: store),
            DeletedSessionRemoval(sessions: store.sessions, clock: clock, logger: logger),
            SearchIndexRebuild(sessions: store.sessions, logger: logger),
            AttachmentSweep(attachments: store.attachments, clock: clock, logger: logger),
            BrowserSessionRemoval(browserSessions: store.browserSessions, clock: clock, logger: logger),
            EventPruning(events: store.events, clock: clock, logger: logger),
            AuditPruning(audit: store.audit, age: configuration.auditAge, clock: clock, logger: logger),
            PushDelivery(
                events: store.events, push: store.push, client: configuration.push, clock: clock, logger: logger),
        ]
        return services + pullRequestPolling
            + [sessionNaming, backupSchedule, watchdog, certificateReloading].compactMap(\.self)
            + runServices
    }

    /// The services that run agents.
    private var runServices: [any Service] {
        guard let runs = configuration.runs else { return [] }
        let (store, clock) = (services.store, services.clock)
        return [
            RunService(runs, store: store, clock: clock, runners: runners, logger: logger),
            WorkspaceCleaning(runs, store: store, clock: clock, metrics: metrics, logger: logger),
        ]
    }

    private var backupSchedule: (any Service)? {
        guard let backups = configuration.backups, let status = services.backups else { return nil }
        return BackupSchedule(
            configuration: backups, dataDirectory: configuration.dataDirectory, status: status, clock: services.clock,
            logger: logger)
    }

    private var certificateReloading: (any Service)? {
        certificate.map { CertificateReloading(certificate: $0, clock: services.clock, logger: logger) }
    }

    private var watchdog: (any Service)? {
        guard let manager = configuration.serviceManager, let time = manager.watchdogTime else { return nil }
        return ServiceWatchdog(manager: manager, time: time, store: services.store, logger: logger)
    }

    private var sessionNaming: (any Service)? {
        configuration.titleCommand.map { command in
            SessionNaming(
                command: command, sessions: services.store.sessions, events: services.store.events,
                clock: services.clock, logger: logger)
        }
    }

    private var pullRequestPolling: [any Service] {
        configuration.gitHosts.values.compactMap { host in
            host.poller.map { poller in
                PullRequestPolling(
                    sessions: services.store.sessions, poller: poller, host: host.name, clock: services.clock,
                    logger: logger)
            }
        }
    }

    /// Creates the set-up link and writes it to the file; `nil` if there is an organization.
    private func makeSetUpLink(in file: SetUpLinkFile) async -> String? {
        let gate = services.setUpGate
        do {
            guard try await !gate.isOpen(asking: services.store.accounts) else { return nil }
        } catch {
            logger.error("it is unknown whether the server is set up", metadata: ["error": "\(error)"])
            return nil
        }
        let token = gate.issueToken(at: services.clock.now())
        let link = services.configuration.address.link(to: "setup", carrying: token)
        do {
            try file.write(link)
        } catch {
            logger.error("the set-up link can't be written", metadata: ["path": "\(file.path)", "error": "\(error)"])
        }
        gate.whenOpened(file.remove)
        return link
    }
}

/// Information about a started server for its operator.
package struct StartedServer: Sendable {
    package let address: String
    /// The link to create the first organization; `nil` if there is one.
    package let setUpLink: String?
}
