import Domain
import Foundation
import GitHub

extension Settings {
    /// The git hosts that the server works with, by name. Another kind of host is added here.
    ///
    /// - Throws: `SettingError` for a value that can't be used.
    func gitHosts() throws -> [String: GitHost] {
        let hosts = [try gitHub().gitHost]
        return Dictionary(hosts.map { ($0.name, $0) }) { first, _ in first }
    }

    /// - Throws: `SettingError` for a value that can't be used.
    func gitHub() throws -> GitHubConfiguration {
        let host =
            try value("githubHost", "must be a host such as github.com", Self.host)
            ?? GitHubConfiguration.defaultHost
        let interval =
            try integer("githubPollSeconds", in: 0...86_400).map { Duration.seconds($0) }
            ?? GitHubConfiguration.defaultPollInterval
        return GitHubConfiguration(
            host: host,
            apiURL: try value(
                "githubApiUrl",
                "must be an https address such as https://github.example.com/api/v3, or http on this machine"
            ) { try? GitHubAPIURL($0) } ?? .standard(for: host),
            token: try secret("githubToken"),
            webhookSecret: try secret("githubWebhookSecret"),
            pollInterval: interval == .zero ? nil : interval)
    }

    /// A host name in lower case, with a port unless it is 443; `nil` for other text.
    private static func host(_ text: String) -> String? {
        let host = text.lowercased()
        return host.wholeMatch(of: /[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?/) == nil ? nil : host
    }
}
