import Configuration
import Domain
import Foundation
import Glibc
import Logging
import Storage
import SystemPackage

/// The command line's flags. Each setting is also read from the environment and the file.
package struct Flags: Sendable {
    package var configPath: String?
    /// The values by the settings' keys.
    package var values: [String: String] = [:]

    package init() {}
}

/// An invalid setting, described for the operator.
package struct SettingError: Error, CustomStringConvertible {
    package let description: String
}

/// Reads the settings. Precedence: flag, environment, file, default.
package struct Settings {
    let reader: ConfigReader
    let environment: [String: String]

    private static let secretFields: Set<String> = ["githubToken", "githubWebhookSecret", "metricsToken"]
    private static let secretVariables: Set<String> = [
        "LODESTONE_GITHUB_TOKEN", "LODESTONE_GITHUB_WEBHOOK_SECRET", "LODESTONE_METRICS_TOKEN",
    ]

    /// - Throws: `SettingError` for a configuration file that is missing or isn't a JSON object.
    package init(_ flags: Flags, environment: [String: String] = ProcessInfo.processInfo.environment) async throws {
        try await self.init(flags, environment: environment, reporter: nil)
    }

    /// - Parameter reporter: told of each value that is read.
    init(_ flags: Flags, environment: [String: String], reporter: (any AccessReporter)?) async throws {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                values: Dictionary(
                    uniqueKeysWithValues: flags.values.map {
                        (AbsoluteConfigKey([$0.key], context: [:]), ConfigValue(.string($0.value), isSecret: false))
                    })),
            EnvironmentVariablesProvider(
                environmentVariables: environment, secretsSpecifier: .specific(Self.secretVariables)
            ).prefixKeys(with: ["lodestone"]),
        ]
        if let path = flags.configPath ?? environment["LODESTONE_CONFIG"] {
            do {
                providers.append(
                    try await FileProvider<JSONSnapshot>(
                        parsingOptions: .init(secretsSpecifier: .specific(Self.secretFields)),
                        filePath: FilePath(path)))
            } catch {
                throw SettingError(description: "The configuration file \(path) is missing or is not a JSON object.")
            }
        }
        reader = ConfigReader(providers: providers, accessReporter: reporter)
        self.environment = environment
    }

    /// - Throws: `SettingError` for an invalid value.
    package func serverConfiguration() throws -> ServerConfiguration {
        let port = try integer("port", in: 0...65535) ?? ServerConfiguration.defaultPort
        let hosts = try repositoryHosts()
        let gitHosts = try gitHosts()
        let certificate = try certificateFiles()
        return ServerConfiguration(
            dataDirectory: dataDirectory,
            host: reader.string(forKey: "host") ?? ServerConfiguration.defaultHost,
            port: port,
            publicURL: try publicURL(isEncrypted: certificate != nil),
            certificate: certificate,
            trustedProxies: try trustedProxies(),
            limits: try growthLimits(),
            repositoryHosts: Set(hosts.keys),
            runs: try runConfiguration(localHosts: hosts.compactMapValues(\.self), gitHosts: gitHosts),
            backups: try backups(),
            logLevel: try value("logLevel", "must be one of trace, debug, info, notice, warning, error, critical") {
                Logger.Level(rawValue: $0)
            } ?? .info,
            logFormat: try value("logFormat", "must be text or json", LogFormat.init(rawValue:)) ?? .text,
            metricsToken: try metricsToken(),
            gitHosts: gitHosts,
            pushContact: try pushContact(),
            pushServices: try self.hosts("pushServices"),
            models: try models(),
            titleCommand: try titleCommand(),
            browserLimits: try browserLimits(),
            auditAge: .seconds(86_400 * (try integer("auditDays", in: 30...3650) ?? 365)),
            maximumConnections: try integer("maximumConnections", in: 16...1_000_000),
            serviceManager: ServiceManager(environment: environment))
    }

    /// Refuses to run as root, unless the operator has allowed it.
    ///
    /// - Throws: `SettingError` with a sentence for the operator.
    package func checkUser(_ user: UInt32 = geteuid()) throws {
        guard user == 0, try !allowsRoot() else { return }
        throw SettingError(
            description: """
                Lodestone does not run as root, so that an error in it can't endanger the whole machine. Start it as a \
                user of its own, or allow it with --allow-root.
                """)
    }

    private func allowsRoot() throws -> Bool {
        try reader.bool(forKey: "allowRoot") ?? value("allowRoot", "must be true or false", Bool.init) ?? false
    }

    var dataDirectory: DataDirectory {
        // Made absolute, because commands in a sandbox start in other directories.
        DataDirectory(path: URL(fileURLWithPath: reader.string(forKey: "data") ?? Self.defaultDataPath).path)
    }

    private static var defaultDataPath: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_DATA_HOME"] ?? "\(environment["HOME"] ?? "/var/lib")/.local/share"
        return "\(base)/lodestone"
    }

    /// - Throws: `SettingError` for an entry that is neither an address nor a range.
    private func trustedProxies() throws -> [AddressRange] {
        let listed = reader.stringArray(forKey: "trustedProxies") ?? text("trustedProxies").map { [$0] } ?? []
        let entries = listed.flatMap { $0.split(separator: ",") }.map { String($0).trimmed }.filter { !$0.isEmpty }
        return try entries.map { entry in
            do throws(InvalidValue) {
                return try AddressRange(entry)
            } catch {
                throw wrong("trustedProxies", error.detail)
            }
        }
    }

    func text(_ key: String) -> String? {
        reader.string(forKey: ConfigKey(key))
    }

    /// A value that is never logged.
    func secretText(_ key: String) -> String? {
        reader.string(forKey: ConfigKey(key), isSecret: true)
    }

    func value<Value>(_ key: String, _ rule: String, _ parse: (String) -> Value?) throws -> Value? {
        guard let text = text(key) else { return nil }
        guard let value = parse(text) else { throw wrong(key, rule) }
        return value
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let number = try reader.int(forKey: ConfigKey(key)) ?? wholeNumber(key) else { return nil }
        guard range.contains(number) else {
            throw wrong(key, "must be from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func wholeNumber(_ key: String) throws -> Int? {
        try value(key, "must be a whole number") { Int($0) }
    }

    func wrong(_ key: String, _ rule: String) -> SettingError {
        SettingError(description: "The setting `\(key)` \(rule).")
    }
}
