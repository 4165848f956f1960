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

    /// A secret that is given directly or, with `File` appended to the setting's name, as a file that contains nothing
    /// else.
    private func secret(_ name: String) throws -> HiddenText? {
        let given = secretText(name)
        let path = text("\(name)File")
        guard let path else { return try given.map { try checked($0, name) } }
        guard given == nil else { throw wrong("\(name)File", "must not be given together with `\(name)`") }
        guard let content = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw wrong("\(name)File", "must be a file that this process can read")
        }
        return try checked(content, "\(name)File")
    }

    private func checked(_ content: String, _ name: String) throws -> HiddenText {
        let secret = content.trimmed
        guard !secret.isEmpty, secret.utf8.count <= 1000, secret.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            throw wrong(name, "must have one line of visible ASCII characters")
        }
        return HiddenText(secret)
    }
}
