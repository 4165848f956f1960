package import CoreMetrics
package import Logging

/// Everything the service keeps, each concern with a store of its own. A store's method is one transaction that keeps
/// one invariant, and speaks in Domain's types.
package struct DataStore: Sendable {
    package let accounts: AccountStore
    package let archives: ArchiveStore
    package let attachments: AttachmentStore
    package let apiKeys: APIKeyStore
    package let browserSessions: BrowserSessionStore
    package let environments: EnvironmentStore
    package let events: EventStore
    package let invitations: InvitationStore
    package let knownBrowsers: KnownBrowserStore
    package let members: MemberStore
    package let push: PushStore
    package let runs: RunStore
    package let sessions: SessionStore
    package let directory: DataDirectory
    /// Rings after every commit that may have ended somebody's access.
    package let endedAccess: ChangeSignal
    /// Whether changes can be stored.
    package let health: StorageHealth

    private let connections: Connections
    private let lock: DirectoryLock

    /// Opens the directory's database, which is made or upgraded when needed.
    ///
    /// - Parameter queuesRuns: whether sessions are worked on here as soon as people say what to do.
    /// - Throws: `StorageError` when the database isn't one that this version may write.
    package init(
        openIn directory: DataDirectory, holding lock: DirectoryLock, logger: Logger,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance, queuesRuns: Bool = false
    ) throws {
        try directory.check(lock)
        let connections = try Connections(path: directory.databasePath, logger: logger, metrics: metrics)
        lock.noteDatabase()
        self.init(connections, in: directory, holding: lock, queuesRuns: queuesRuns)
    }

    init(_ connections: Connections, in directory: DataDirectory, holding lock: DirectoryLock, queuesRuns: Bool) {
        accounts = AccountStore(connections: connections)
        archives = ArchiveStore(connections: connections)
        attachments = AttachmentStore(connections: connections)
        apiKeys = APIKeyStore(connections: connections)
        browserSessions = BrowserSessionStore(connections: connections)
        let keyFile = SecretKeyFile(path: directory.secretKeyPath)
        environments = EnvironmentStore(connections: connections, keyFile: keyFile)
        events = EventStore(connections: connections)
        invitations = InvitationStore(connections: connections)
        knownBrowsers = KnownBrowserStore(connections: connections)
        members = MemberStore(connections: connections)
        push = PushStore(connections: connections, keyFile: keyFile)
        runs = RunStore(connections: connections)
        sessions = SessionStore(connections: connections, queuesRuns: queuesRuns)
        endedAccess = connections.endedAccess
        health = connections.health
        self.connections = connections
        self.directory = directory
        self.lock = lock
    }

    /// Looks after the database while it is open; it is meant to be called once a second.
    package func lookAfterDatabase() async {
        await connections.lookAfter()
    }
}
