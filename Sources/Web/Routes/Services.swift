package import Domain
package import Storage
package import WebPush

/// What handlers, and the administrator's commands, work with.
package struct Services: Sendable {
    package let store: DataStore
    package let clock: Clock
    package let passwords: PasswordHasher
    let brake: SignInBrake
    let growth: Growth
    package let configuration: WebConfiguration
    /// What devices are told through.
    package let push: PushClient
    let branches: BranchLookup
    /// Without it, there are no backups by schedule.
    package let backups: BackupStatus?
    package let setUpGate = SetUpGate()
    package let metrics: MetricsRegistry
    package let eventFeed: EventFeed
    let bodyBudget: BodyBudget
    let sessionLists: SessionListCache
    let newKeys = OneTimeStore<NewKey>()
    let newLinks = OneTimeStore<NewLink>()
    let startedAt: Timestamp

    package init(
        store: DataStore,
        clock: Clock,
        passwords: PasswordHasher,
        configuration: WebConfiguration,
        push: PushClient,
        branches: BranchLookup = .unavailable,
        backups: BackupStatus? = nil,
        metrics: MetricsRegistry = MetricsRegistry(),
        eventTiming: EventTiming = EventTiming(),
        bodyBudget: BodyBudget = BodyBudget(),
        signInRates: SignInRates = SignInRates()
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        brake = SignInBrake(signInRates)
        growth = Growth(configuration.limits, now: { clock.now() })
        self.configuration = configuration
        self.push = push
        self.branches = branches
        self.backups = backups
        self.metrics = metrics
        self.bodyBudget = bodyBudget
        eventFeed = EventFeed(store: store, clock: clock, timing: eventTiming)
        sessionLists = SessionListCache(store.sessions)
        startedAt = clock.now()
    }

    var authenticator: Authenticator { Authenticator(store: store, clock: clock, sameOrigin: sameOrigin) }
    var sameOrigin: SameOriginRule { SameOriginRule(origins: configuration.origins) }
}

/// The settings that answers depend on.
package struct WebConfiguration: Sendable {
    package let address: PublicAddress
    /// The origins under which browsers know this server, such as `https://lodestone.example.com`.
    package let origins: Set<String>
    /// Whether browsers reach it by https only, so that the cookie never travels in the clear.
    package let isSecure: Bool
    package let repositoryHosts: Set<String>
    /// Without it there is no webhook.
    package let gitHubWebhook: GitHubWebhook?
    /// The proxies whose word counts on whom they ask for: see `ClientAddress`.
    package let trustedProxies: [AddressRange]
    package let limits: GrowthLimits
    /// The most that the operator lets agents reach.
    package let networkCeiling: NetworkAccess
    /// The models that people choose from; the first is that of a session which names none.
    package let models: [ModelChoice]

    package init(
        address: PublicAddress, origins: Set<String>, isSecure: Bool,
        repositoryHosts: Set<String> = RepositoryURL.defaultHosts, gitHubWebhook: GitHubWebhook? = nil,
        trustedProxies: [AddressRange] = [], limits: GrowthLimits = GrowthLimits(),
        networkCeiling: NetworkAccess = .all, models: [ModelChoice] = ModelChoice.standard
    ) {
        self.address = address
        self.origins = origins
        self.isSecure = isSecure
        self.repositoryHosts = repositoryHosts
        self.gitHubWebhook = gitHubWebhook
        self.trustedProxies = trustedProxies
        self.limits = limits
        self.networkCeiling = networkCeiling
        self.models = models
    }
}

/// From whom webhooks are taken.
package struct GitHubWebhook: Sendable {
    package let secret: HiddenText
    /// The host of the pull requests that they tell of.
    package let host: String

    package init(secret: HiddenText, host: String) {
        self.secret = secret
        self.host = host
    }
}
