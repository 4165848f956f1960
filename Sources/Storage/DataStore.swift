package import CoreMetrics
package import Domain
package import Logging

/// The stores for all of the service's data, one per concern. Each method of a store is one transaction that preserves
/// an invariant, and uses Domain's types.
package struct DataStore: Sendable {
    package let accounts: AccountStore
    package let archives: ArchiveStore
    package let attachments: AttachmentStore
    package let apiKeys: APIKeyStore
    package let audit: AuditStore
    package let browserSessions: BrowserSessionStore
    package let environments: EnvironmentStore
    package let events: EventStore
    package let invitations: InvitationStore
    package let knownBrowsers: KnownBrowserStore
    package let members: MemberStore
    package let push: PushStore
    package let runners: RunnerStore
    package let runs: RunStore
    package let secondFactors: SecondFactorStore
    package let sessions: SessionStore
    package let directory: DataDirectory
    /// Signals after every commit that may have ended the access of a user, a key or a runner token.
    package let endedAccess: ChangeSignal
    /// Whether changes can be stored.
    package let health: StorageHealth

    private let connections: Connections
    private let lock: DirectoryLock

    /// Opens the directory's database, and creates or migrates it if needed.
    ///
    /// - Parameters:
    ///   - queuesRuns: whether this server runs agents: a session is then queued as soon as a person writes a message.
    ///   - browserLimits: how long browsers stay signed in.
    /// - Throws: `StorageError` when the database isn't one that this version may write.
    package init(
        openIn directory: DataDirectory, holding lock: DirectoryLock, logger: Logger,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance, queuesRuns: Bool = false,
        browserLimits: BrowserSessionLimits = .standard
    ) throws {
        try directory.check(lock)
        let connections = try Connections(path: directory.databasePath, logger: logger, metrics: metrics)
        lock.noteDatabase()
        self.init(connections, in: directory, holding: lock, queuesRuns: queuesRuns, browserLimits: browserLimits)
    }

    init(
        _ connections: Connections, in directory: DataDirectory, holding lock: DirectoryLock, queuesRuns: Bool,
        browserLimits: BrowserSessionLimits = .standard
    ) {
        accounts = AccountStore(connections: connections, browserLimits: browserLimits)
        archives = ArchiveStore(connections: connections)
        attachments = AttachmentStore(connections: connections)
        apiKeys = APIKeyStore(connections: connections)
        audit = AuditStore(connections: connections)
        browserSessions = BrowserSessionStore(connections: connections, limits: browserLimits)
        let keyFile = SecretKeyFile(path: directory.secretKeyPath)
        environments = EnvironmentStore(connections: connections, keyFile: keyFile)
        events = EventStore(connections: connections)
        invitations = InvitationStore(connections: connections, browserLimits: browserLimits)
        knownBrowsers = KnownBrowserStore(connections: connections)
        members = MemberStore(connections: connections)
        push = PushStore(connections: connections, keyFile: keyFile)
        runners = RunnerStore(connections: connections)
        runs = RunStore(connections: connections)
        secondFactors = SecondFactorStore(connections: connections, keyFile: keyFile)
        sessions = SessionStore(connections: connections, queuesRuns: queuesRuns)
        endedAccess = connections.endedAccess
        health = connections.health
        self.connections = connections
        self.directory = directory
        self.lock = lock
    }

    /// How many changes wait for the next transaction.
    package var waitingWrites: Int { connections.waitingWrites }

    /// Maintenance while the database is open; to be called once a second.
    package func maintainDatabase() async {
        await connections.maintain()
    }

    /// Returns once the writer is done with the changes that wait at the moment. It never returns if the writer hangs.
    package func waitForWriter() async {
        // A failed or refused change is a response, too. While changes fail, one that writes nothing must not count as
        // a sign that they can be stored again.
        guard health.check() == .writable else { return }
        try? await connections.writeContent { _ in }
    }
}
