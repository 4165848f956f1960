import Configuration
import Domain
import Foundation
import Logging
import Storage
import SystemPackage

/// What was given on the command line; each setting is also read from the environment and the file.
package struct Flags: Sendable {
    package var configPath: String?
    package var values: [String: String] = [:]

    package init() {}
}

/// A setting that can't be used, told to the operator.
package struct SettingError: Error, CustomStringConvertible {
    package let description: String
}

/// Reads the settings: a flag over the environment over the file over the default.
package struct Settings {
    let reader: ConfigReader
    let environment: [String: String]

    /// - Throws: `SettingError` for a file that is missing or isn't JSON.
    package init(_ flags: Flags, environment: [String: String] = ProcessInfo.processInfo.environment) async throws {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                values: Dictionary(
                    uniqueKeysWithValues: flags.values.map {
                        (AbsoluteConfigKey([$0.key], context: [:]), ConfigValue(.string($0.value), isSecret: false))
                    })),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: ["lodestone"]),
        ]
        if let path = flags.configPath ?? environment["LODESTONE_CONFIG"] {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(path)))
            } catch {
                throw SettingError(description: "The configuration file \(path) is missing or is not a JSON object.")
            }
        }
        reader = ConfigReader(providers: providers)
        self.environment = environment
    }

    /// - Throws: `SettingError` for a value that can't be used.
    package func serverConfiguration() throws -> ServerConfiguration {
        let port = try integer("port") ?? ServerConfiguration.defaultPort
        guard (0...65535).contains(port) else { throw wrong("port", "must be from 0 to 65535") }
        let hosts = try repositoryHosts()
        return ServerConfiguration(
            dataDirectory: dataDirectory,
            host: reader.string(forKey: "host") ?? ServerConfiguration.defaultHost,
            port: port,
            publicURL: try value(
                "publicUrl", "must be an address such as https://lodestone.example.com", PublicURL.init),
            repositoryHosts: Set(hosts.keys),
            runs: try runConfiguration(localHosts: hosts.compactMapValues(\.self)),
            logLevel: try value("logLevel", "must be one of trace, debug, info, notice, warning, error, critical") {
                Logger.Level(rawValue: $0)
            } ?? .info)
    }

    var dataDirectory: DataDirectory {
        DataDirectory(path: reader.string(forKey: "data") ?? Self.defaultDataPath)
    }

    private static var defaultDataPath: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_DATA_HOME"] ?? "\(environment["HOME"] ?? "/var/lib")/.local/share"
        return "\(base)/lodestone"
    }

    private func value<Value>(_ key: ConfigKey, _ rule: String, _ parse: (String) -> Value?) throws -> Value? {
        guard let text = reader.string(forKey: key) else { return nil }
        guard let value = parse(text) else { throw wrong(key, rule) }
        return value
    }

    func integer(_ key: ConfigKey) throws -> Int? {
        if let number = reader.int(forKey: key) { return number }
        guard let text = reader.string(forKey: key) else { return nil }
        guard let number = Int(text) else { throw wrong(key, "must be a whole number") }
        return number
    }

    func wrong(_ key: ConfigKey, _ rule: String) -> SettingError {
        SettingError(description: "The setting `\(key)` \(rule).")
    }
}
