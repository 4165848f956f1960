import Domain
import Foundation
package import Runner

/// The options of the command that runs a runner.
package struct RunnerOptions: Sendable {
    package var server: String
    package var tokenFile: String
    package var labels: [String] = []
    package var directory: String?
    package var isOnce = false
    package var idleSeconds: Int?
    package var certificates: String?
    package var allowsPlainHTTP = false
    /// The agent's program; `nil` to find it by its name.
    package var agent: String?
    /// The variables of the environment that agents get; `nil` for the usual ones.
    package var variables: [String]?
    /// Further paths that agents may read.
    package var agentPaths: [String] = []

    package init(server: String, tokenFile: String) {
        self.server = server
        self.tokenFile = tokenFile
    }

    /// - Throws: `SettingError` for an invalid option.
    package func configuration(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws
        -> RunnerConfiguration
    {
        let url: RunnerServerURL
        do throws(InvalidValue) {
            url = try RunnerServerURL(server, allowsPlainHTTP: allowsPlainHTTP)
        } catch {
            throw Self.wrong("--server", error.detail)
        }
        guard let file = FileManager.default.contents(atPath: tokenFile) else {
            throw Self.wrong("--token-file", "names the file \(tokenFile), which can't be read")
        }
        let line = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline).first
        guard let token = line?.trimmingCharacters(in: .whitespaces), !token.isEmpty else {
            throw Self.wrong("--token-file", "names the file \(tokenFile), which has no token")
        }
        let programs = RunnerPrograms(
            agentPath: agent, ownPath: OwnProgram.path, ownLibraries: OwnProgram.libraries,
            resolved: OwnProgram.resolved)
        var configuration = RunnerConfiguration(
            server: url, token: HiddenText(token), directory: directory ?? Self.temporaryDirectory, programs: programs)
        configuration.certificates = certificates
        configuration.labels = labels
        configuration.isOnce = isOnce
        configuration.idleTimeout = idleSeconds.map { Duration.seconds($0) }
        configuration.searchPath = environment["PATH"] ?? configuration.searchPath
        configuration.readOnlyPaths = agentPaths
        let names = variables ?? Settings.agentVariables
        configuration.variables = environment.filter { names.contains($0.key) && !$0.value.isEmpty }
        configuration.secrets = Settings.secrets(among: configuration.variables)
        return configuration
    }

    private static func wrong(_ option: String, _ rule: String) -> SettingError {
        SettingError(description: "The option \(option) \(rule).")
    }

    /// A directory of this process's own.
    private static var temporaryDirectory: String {
        let base = OwnProgram.resolved(FileManager.default.temporaryDirectory.path)
        return "\(base)/lodestone-runner-\(ProcessInfo.processInfo.processIdentifier)"
    }
}
