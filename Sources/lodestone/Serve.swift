import ArgumentParser
import CoreMetrics
import Glibc
import Logging
import NIOCore
import Server
import ServiceLifecycle

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the service.",
        discussion: """
            On SIGTERM or SIGINT, it finishes open requests within ten seconds and stops; a second signal stops it \
            immediately. Behind an https proxy, set the public address:

              lodestone serve --data /var/lib/lodestone --public-url https://lodestone.example.com
            """)

    @OptionGroup var dataOptions: DataOptions

    @Option(help: "The address to listen on (default: 127.0.0.1). [LODESTONE_HOST]")
    var host: String?

    @Option(help: "The port to listen on; 0 chooses a free one (default: 8080). [LODESTONE_PORT]")
    var port: String?

    @Option(help: "The public address, if it is different. [LODESTONE_PUBLIC_URL]")
    var publicURL: String?

    @Option(
        help: """
            The file with the certificate and those of its issuers, in PEM, to speak https (default: plain HTTP). \
            [LODESTONE_TLS_CERTIFICATE]
            """)
    var tlsCertificate: String?

    @Option(help: "The file with the certificate's private key, in PEM. [LODESTONE_TLS_KEY]")
    var tlsKey: String?

    @Option(
        help: """
            Reverse proxies whose X-Forwarded-For is trusted, such as 127.0.0.1,10.0.0.0/8 (default: none). \
            [LODESTONE_TRUSTED_PROXIES]
            """)
    var trustedProxies: String?

    @Option(
        help: """
            The directory for backups by schedule, of the service's user only (default: none are made). \
            [LODESTONE_BACKUP_DIRECTORY]
            """)
    var backupDirectory: String?

    @Option(help: "Hours between two backups (default: 24). [LODESTONE_BACKUP_HOURS]")
    var backupHours: String?

    @Option(help: "How many backups by schedule are kept (default: 7). [LODESTONE_BACKUP_KEEP]")
    var backupKeep: String?

    @Option(
        help: """
            A file whose first line is the passphrase that seals the key in backups (default: it is not sealed). \
            [LODESTONE_BACKUP_PASSPHRASE_FILE]
            """)
    var backupPassphraseFile: String?

    @Option(help: "The log level: trace, debug, info, notice, warning, error (default: info). [LODESTONE_LOG_LEVEL]")
    var logLevel: String?

    @Option(help: "The log's format: text or json (default: text). [LODESTONE_LOG_FORMAT]")
    var logFormat: String?

    @Flag(help: "Run even as root, which is refused otherwise. [LODESTONE_ALLOW_ROOT]")
    var allowRoot = false

    func run() async throws {
        var flags = dataOptions.flags
        flags.values["host"] = host
        flags.values["port"] = port
        flags.values["publicUrl"] = publicURL
        flags.values["tlsCertificate"] = tlsCertificate
        flags.values["tlsKey"] = tlsKey
        flags.values["trustedProxies"] = trustedProxies
        flags.values["backupDirectory"] = backupDirectory
        flags.values["backupHours"] = backupHours
        flags.values["backupKeep"] = backupKeep
        flags.values["backupPassphraseFile"] = backupPassphraseFile
        flags.values["logLevel"] = logLevel
        flags.values["logFormat"] = logFormat
        if allowRoot { flags.values["allowRoot"] = "true" }
        let settings = try await Settings(flags)
        try settings.checkUser()
        let configuration = try settings.serverConfiguration()
        LoggingSystem.bootstrap { configuration.logFormat.handler(label: $0) }
        var logger = Logger(label: "lodestone")
        logger.logLevel = configuration.logLevel
        let server = try LodestoneServer(configuration, logger: logger) { started in
            print("Lodestone listens on \(started.address)")
            if let link = started.setUpLink {
                print("Open this link within an hour to create your organization and your account:\n\n  \(link)\n")
            }
            fflush(nil)  // a supervisor's pipe would show it when the buffer is full
        }
        MetricsSystem.bootstrap(server.metrics)
        let group = ServiceGroup(
            configuration: .init(
                services: [server], gracefulShutdownSignals: ShutdownWatch.signals, logger: logger))
        do {
            try await ShutdownWatch(logger: logger).during(group.run)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ValidationError("Port \(configuration.port) is in use. Choose another with --port.")
        }
    }
}
