package import Domain
import EgressProxy
package import HTTPTypes
import Hummingbird
import HummingbirdTesting
package import Logging
import NIOCore
package import RunnerLink
package import Storage
package import Web
package import WebPush

/// The real router on a real database file, with a clock that a test moves.
package struct TestService: Sendable {
    package let clock: TestClock
    package let services: Services
    package let directory: TemporaryDirectory
    let client: any TestClientProtocol

    package static let origin = "https://lodestone.test"
    static let metricsToken = "a token for the metrics"
    package static let password = "correct horse battery 9"
    package static let browserLimits = BrowserSessionLimits(
        idle: .seconds(30 * 86_400), maximum: .seconds(30 * 86_400))
    /// scrypt at its weakest: tests are not what it protects.
    package static let cheapCost = PasswordHasher.Cost(logRounds: 4, blockSize: 1, parallelism: 1)

    /// - Parameters:
    ///   - isSetUp: whether the service behaves as if there was an organization, so that a test needn't make one.
    ///   - gitHosts: the git hosts whose webhooks are accepted.
    ///   - prepared: a directory whose content the service starts with.
    ///   - queuesRuns: whether sessions wait for an agent of this server.
    ///   - browserLimits: by default, tests may let weeks pass without signing in again.
    ///   - isSecure: whether browsers use https.
    package static func run<Value: Sendable>(
        isSetUp: Bool = true, gitHosts: [String: GitHost] = [:], from prepared: TemporaryDirectory? = nil,
        limits: GrowthLimits = .unlimited, signInRates: SignInRates = SignInRates(), queuesRuns: Bool = false,
        push: PushClient = .offline, models: [ModelChoice] = ModelChoice.standard,
        branches: BranchLookup = .unavailable, runners: (any RunnerGateway)? = nil, backups: BackupStatus? = nil,
        browserLimits: BrowserSessionLimits = TestService.browserLimits, isSecure: Bool = true,
        _ test: @Sendable (TestService) async throws -> Value
    ) async throws -> Value {
        let directory = try TemporaryDirectory()
        try prepared?.copyDatabase(to: directory)
        let clock = TestClock()
        let services = try makeServices(
            in: directory, clock, gitHosts: gitHosts, limits: limits, signInRates: signInRates,
            queuesRuns: queuesRuns, push: push, models: models, branches: branches, runners: runners,
            backups: backups, browserLimits: browserLimits, isSecure: isSecure)
        if isSetUp { services.setUpGate.open() }
        // Answers are read whole here: a stream ends after its beginning.
        services.eventFeed.shutDown()
        let application = Application(router: makeRouter(services), logger: .silent)
        return try await application.test(.router) { client in
            try await test(TestService(clock: clock, services: services, directory: directory, client: client))
        }
    }

    static func makeServices(
        in directory: TemporaryDirectory, _ clock: TestClock, _ timing: EventTiming = EventTiming(),
        gitHosts: [String: GitHost] = [:], limits: GrowthLimits = .unlimited,
        signInRates: SignInRates = SignInRates(), queuesRuns: Bool = false, push: PushClient = .offline,
        models: [ModelChoice] = ModelChoice.standard, branches: BranchLookup = .unavailable,
        runners: (any RunnerGateway)? = nil, backups: BackupStatus? = nil,
        browserLimits: BrowserSessionLimits = TestService.browserLimits,
        isSecure: Bool = true
    ) throws -> Services {
        let metrics = MetricsRegistry()
        return Services(
            store: try DataStore(
                openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent,
                metrics: metrics, queuesRuns: queuesRuns, browserLimits: browserLimits),
            clock: clock.clock,
            passwords: PasswordHasher(cost: cheapCost),
            configuration: WebConfiguration(
                address: PublicAddress(origin), origins: [origin], isSecure: isSecure, gitHosts: gitHosts,
                limits: limits, models: models, metricsToken: HiddenText(metricsToken)),
            push: push, branches: branches, runners: runners, backups: backups, metrics: metrics, eventTiming: timing,
            signInRates: signInRates)
    }

    package var store: DataStore { services.store }

    /// Sends a request, by default without credentials and with a JSON body.
    @discardableResult
    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as credential: Credential = .none,
        headers: HTTPFields = [:],
        body: String? = nil
    ) async throws -> TestAnswer {
        var fields = headers
        if body != nil, headers[.contentType] == nil { fields[.contentType] = "application/json" }
        return try await send(method, path, as: credential, exactly: fields, body: body)
    }

    /// Sends a request with these headers only.
    @discardableResult
    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as credential: Credential = .none,
        exactly headers: HTTPFields,
        body: String? = nil
    ) async throws -> TestAnswer {
        var fields = credential.headers
        fields.append(contentsOf: headers)
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
        return TestAnswer(
            status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
    }

    /// Reads the metrics as a program with the token does.
    package func metrics(headers: HTTPFields = [:]) async throws -> TestAnswer {
        var fields = headers
        fields[.authorization] = "Bearer \(Self.metricsToken)"
        return try await send(.get, "/metrics", headers: fields)
    }

    /// Sends bytes that needn't be text.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, as credential: Credential, headers: HTTPFields = [:],
        contentType: String, bytes: [UInt8]
    ) async throws -> TestAnswer {
        var fields = credential.headers
        fields.append(contentsOf: headers)
        fields[.contentType] = contentType
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: ByteBuffer(bytes: bytes))
        return TestAnswer(
            status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
    }
}

/// The credentials of a request.
package enum Credential: Sendable {
    case none
    case key(String)
    case cookie(String)

    package var headers: HTTPFields {
        switch self {
        case .none: [:]
        case .key(let key): [.testAPIKey: key]
        case .cookie(let token): [.cookie: "__session=\(token)"]
        }
    }
}

/// An answer, read whole.
package struct TestAnswer: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]
    package let body: String

    package init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        body = String(decoding: bytes, as: UTF8.self)
    }

    /// The body as JSON; `null` if it isn't JSON.
    package var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
}

extension HTTPField.Name {
    package static let testAPIKey = named("x-api-key")
    package static let testRequestID = named("x-request-id")
    package static let testFetchSite = named("Sec-Fetch-Site")

    static func named(_ name: StaticString) -> Self {
        guard let name = Self("\(name)") else { preconditionFailure("\(name) is no field name") }
        return name
    }
}

extension PushClient {
    /// One that knows no host's address.
    package static let offline = PushClient(
        contact: "https://lodestone.test", resolver: HostResolver { _ in throw InvalidValue("was not found in DNS") })
}

extension Logger {
    package static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
