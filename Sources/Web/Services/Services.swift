package import Domain
package import RunnerLink
package import Storage
package import WebPush

/// The dependencies of the handlers and of the administrator's commands. What several of them do is in a service of its
/// own, such as `AccountService`.
package struct Services: Sendable {
    package let store: DataStore
    package let clock: Clock
    package let passwords: PasswordHasher
    let growth: Growth
    package let configuration: WebConfiguration
    /// The client for push services, which deliver notifications.
    package let push: PushClient
    let branches: BranchLookup
    /// The runners of the server; `nil` if it has no agents.
    let runners: (any RunnerGateway)?
    /// Without it, there are no backups by schedule.
    package let backups: BackupStatus?
    package let setUpGate = SetUpGate()
    let accounts: AccountService
    package let invitations: InvitationService
    let comments: CommentService
    let cookies: BrowserCookies
    package let metrics: MetricsRegistry
    package let eventFeed: EventFeed
    let bodyBudget: BodyBudget
    let sessionLists: SessionListCache
    let livePages: LivePages
    let newKeys = OneTimeStore<NewSecret>()
    let newRunnerTokens = OneTimeStore<NewSecret>()
    let newLinks = OneTimeStore<NewLink>()
    let notices: ActionNotices
    let newRecoveryCodes = OneTimeStore<[RecoveryCode]>()
    let startedAt: Timestamp
    private let refusals: RefusalLog

    package init(
        store: DataStore,
        clock: Clock,
        passwords: PasswordHasher,
        configuration: WebConfiguration,
        push: PushClient,
        branches: BranchLookup = .unavailable,
        runners: (any RunnerGateway)? = nil,
        backups: BackupStatus? = nil,
        metrics: MetricsRegistry = MetricsRegistry(),
        eventTiming: EventTiming = EventTiming(),
        bodyBudget: BodyBudget = BodyBudget(),
        signInRates: SignInRates = SignInRates()
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        let brake = SignInBrake(signInRates)
        growth = Growth(configuration.limits, now: { clock.now() })
        self.configuration = configuration
        self.push = push
        self.branches = branches
        self.runners = runners
        self.backups = backups
        self.metrics = metrics
        self.bodyBudget = bodyBudget
        eventFeed = EventFeed(store: store, clock: clock, timing: eventTiming)
        sessionLists = SessionListCache(store.sessions)
        livePages = LivePages(
            LivePartRenderer(store: store, models: configuration.models, runners: runners, clock: clock))
        startedAt = clock.now()
        refusals = RefusalLog(store.audit, clock: clock)
        accounts = AccountService(
            store: store, clock: clock, passwords: passwords, brake: brake, setUpGate: setUpGate,
            secondFactors: SecondFactorService(store: store, clock: clock, brake: brake))
        invitations = InvitationService(
            store: store, clock: clock, passwords: passwords, brake: brake, accounts: accounts,
            address: configuration.address)
        comments = CommentService(store: store, clock: clock)
        notices = ActionNotices(clock: clock)
        cookies = BrowserCookies(sessionLifetime: store.browserSessions.limits.maximum)
    }

    var authenticator: Authenticator {
        Authenticator(store: store, clock: clock, sameOrigin: sameOrigin, refusals: refusals, cookies: cookies)
    }
    var sameOrigin: SameOriginRule { SameOriginRule(origins: configuration.origins) }
}

/// The settings that affect responses.
package struct WebConfiguration: Sendable {
    package let address: PublicAddress
    /// The origins under which browsers know this server, such as `https://lodestone.example.com`.
    package let origins: Set<String>
    /// Whether browsers use only https, so that cookies are never sent unencrypted.
    package let isSecure: Bool
    package let repositoryHosts: Set<String>
    /// The git hosts whose webhooks are accepted, by name.
    package let gitHosts: [String: GitHost]
    /// The proxies that are trusted to name the client: see `ClientAddress`.
    package let trustedProxies: [AddressRange]
    package let limits: GrowthLimits
    /// The operator's limit for the network access of agents.
    package let networkCeiling: NetworkAccess
    /// The models that people can choose; the first is the default for new sessions.
    package let models: [ModelChoice]
    /// Whether sessions are worked on by the built-in demo agent, which uses no model.
    package let isDemo: Bool
    /// The token with which the metrics can be read from other machines.
    package let metricsToken: HiddenText?

    package init(
        address: PublicAddress, origins: Set<String>, isSecure: Bool,
        repositoryHosts: Set<String> = RepositoryURL.defaultHosts, gitHosts: [String: GitHost] = [:],
        trustedProxies: [AddressRange] = [], limits: GrowthLimits = GrowthLimits(),
        networkCeiling: NetworkAccess = .all, models: [ModelChoice] = ModelChoice.standard,
        isDemo: Bool = false, metricsToken: HiddenText? = nil
    ) {
        self.address = address
        self.origins = origins
        self.isSecure = isSecure
        self.repositoryHosts = repositoryHosts
        self.gitHosts = gitHosts
        self.trustedProxies = trustedProxies
        self.limits = limits
        self.networkCeiling = networkCeiling
        self.models = models
        self.isDemo = isDemo
        self.metricsToken = metricsToken
    }
}
