import ArgumentParser
import Logging
import Runner
import Server
import ServiceLifecycle

struct RunnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runner",
        abstract: "Run agents for a server on another machine.",
        discussion: """
            It needs the server's URL and a token, and no database. On SIGTERM it gives back the run that it works on, \
            which then continues on another runner; a second signal ends it at once. As a job of a scheduler:

              lodestone runner --server https://lodestone.example.com --token-file token --once --idle-timeout 300
            """)

    @Option(help: "The URL of the server.")
    var server: String

    @Option(help: "A file whose first line is the runner's token.")
    var tokenFile: String

    @Flag(help: "End after one run.")
    var once = false

    @Option(help: "With --once: for how many seconds to wait for a run (default: without end).")
    var idleTimeout: Int?

    @Option(
        name: .customLong("label"), parsing: .singleValue,
        help: "A label of this machine, one of its token's; can be repeated (default: all of the token's).")
    var labels: [String] = []

    @Option(help: "The directory for the files of runs (default: a temporary one).")
    var directory: String?

    @Option(help: "A file with the certificates that sign the server's, in PEM (default: those of the system).")
    var caFile: String?

    @Flag(help: "Allow an http URL of another machine: anybody on the way can read the token.")
    var insecureHttp = false

    @Option(help: "The agent's program (default: found by its name on the server).")
    var agent: String?

    @Option(
        name: .customLong("agent-path"), parsing: .singleValue,
        help: "A file or directory that agents may read; can be repeated.")
    var agentPaths: [String] = []

    @Option(
        name: .customLong("agent-variable"), parsing: .singleValue,
        help: """
            An environment variable of this process that agents get; can be repeated (default: ANTHROPIC_API_KEY and the \
            others that servers pass on).
            """)
    var agentVariables: [String] = []

    @Option(help: "The log level: trace, debug, info, notice, warning, error (default: info).")
    var logLevel = "info"

    @Option(help: "The log's format: text or json (default: text).")
    var logFormat = "text"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("--log-level must be trace, debug, info, notice, warning or error.")
        }
        guard let format = LogFormat(rawValue: logFormat) else {
            throw ValidationError("--log-format must be text or json.")
        }
        var options = RunnerOptions(server: server, tokenFile: tokenFile)
        options.isOnce = once
        options.idleSeconds = idleTimeout
        options.labels = labels
        options.directory = directory
        options.certificates = caFile
        options.allowsPlainHTTP = insecureHttp
        options.agent = agent
        options.agentPaths = agentPaths
        options.variables = agentVariables.isEmpty ? nil : agentVariables
        LoggingSystem.bootstrap { format.handler(label: $0) }
        var logger = Logger(label: "lodestone")
        logger.logLevel = level
        let runner = RunnerService(try options.configuration(), logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: runner, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: ShutdownWatch.signals, logger: logger))
        try await ShutdownWatch(logger: logger, limit: nil).during(group.run)
    }
}
