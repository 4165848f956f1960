package import Domain
package import Storage
package import WebPush

/// The dependencies of handlers and of the administrator's commands.
package struct Services: Sendable {
    package let store: DataStore
    package let clock: Clock
    package let passwords: PasswordHasher
    let brake: SignInBrake
    let growth: Growth
    package let configuration: WebConfiguration
    /// The client for push services, which deliver notifications.
    package let push: PushClient
    let branches: BranchLookup
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
        self.metrics = metrics
        self.bodyBudget = bodyBudget
        eventFeed = EventFeed(store: store, clock: clock, timing: eventTiming)
        sessionLists = SessionListCache(store.sessions)
        startedAt = clock.now()
    }

    var authenticator: Authenticator { Authenticator(store: store, clock: clock, sameOrigin: sameOrigin) }
    var sameOrigin: SameOriginRule { SameOriginRule(origins: configuration.origins) }
}

/// The settings that affect responses.
package struct WebConfiguration: Sendable {
    package let address: PublicAddress
    /// The origins under which browsers know this server, such as `https://lodestone.example.com`.
    package let origins: Set<String>
    /// Whether browsers use only https, so that the cookie is never sent unencrypted.
    package let isSecure: Bool
    package let repositoryHosts: Set<String>
    /// `nil` if there is no webhook.
    package let gitHubWebhook: GitHubWebhook?
    /// The proxies that are trusted to name the client: see `ClientAddress`.
    package let trustedProxies: [AddressRange]
    package let limits: GrowthLimits
    /// The operator's limit for the network access of agents.
    package let networkCeiling: NetworkAccess
    /// The models that people can choose; the first is the default for new sessions.
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

/// The settings of GitHub's webhook.
package struct GitHubWebhook: Sendable {
    package let secret: HiddenText
    /// The host of the pull requests in its events.
    package let host: String

    package init(secret: HiddenText, host: String) {
        self.secret = secret
        self.host = host
    }
}
