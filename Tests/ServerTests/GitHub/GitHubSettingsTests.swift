import Domain
import Foundation
import GitHub
import TestSupport
import Testing

@testable import Server

struct GitHubSettingsTests {
    private static let token = "github_pat_11AAAAAAA0secret"

    private func gitHub(
        _ environment: [String: String], file: String? = nil
    ) async throws -> GitHubConfiguration {
        var flags = Flags()
        let directory = try TemporaryDirectory()
        if let file {
            flags.configPath = directory.path + "/settings.json"
            try file.write(toFile: directory.path + "/settings.json", atomically: true, encoding: .utf8)
        }
        return try await Settings(flags, environment: environment).gitHub()
    }

    @Test func withoutSettingsGitHubIsNeitherAskedNorBelieved() async throws {
        let gitHub = try await gitHub([:])
        #expect(gitHub.host == "github.com" && gitHub.apiURL.description == "https://api.github.com")
        let host = gitHub.gitHost
        #expect(host.credential == nil && host.publisher == nil && host.poller == nil && host.webhook == nil)
        #expect(gitHub.pollInterval == .seconds(300))
    }

    @Test func everySettingIsReadFromTheEnvironmentAndTheFile() async throws {
        let environment = [
            "LODESTONE_GITHUB_TOKEN": Self.token, "LODESTONE_GITHUB_HOST": "Git.example.com:8443",
            "LODESTONE_GITHUB_API_URL": "http://127.0.0.1:9/api/", "LODESTONE_GITHUB_WEBHOOK_SECRET": "It's a secret",
            "LODESTONE_GITHUB_POLL_SECONDS": "60",
        ]
        let file = """
            {"githubToken": "\(Self.token)", "githubHost": "git.example.com:8443", "githubPollSeconds": 60,
            "githubApiUrl": "http://127.0.0.1:9/api", "githubWebhookSecret": "It's a secret"}
            """
        for gitHub in [try await gitHub(environment), try await gitHub([:], file: file)] {
            let host = gitHub.gitHost
            #expect(host.name == "git.example.com:8443" && host.credential?.host == host.name)
            #expect(host.credential?.token == Self.token && host.publisher != nil && host.webhook != nil)
            #expect(host.poller?.interval == .seconds(60))
            #expect(gitHub.token?.text == Self.token && gitHub.webhookSecret?.text == "It's a secret")
            #expect(gitHub.apiURL.description == "http://127.0.0.1:9/api")
            #expect(gitHub.pollInterval == .seconds(60))
        }
    }

    @Test func anEnterpriseServerHasItsUsualAddressAndPollingMayBeOff() async throws {
        let gitHub = try await gitHub([
            "LODESTONE_GITHUB_HOST": "git.example.com", "LODESTONE_GITHUB_POLL_SECONDS": "0",
        ])
        #expect(gitHub.apiURL.description == "https://git.example.com/api/v3")
        #expect(gitHub.pollInterval == nil)
    }

    @Test func aSecretMayStandInAFile() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/token"
        try "\(Self.token)\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try await gitHub(["LODESTONE_GITHUB_TOKEN_FILE": path]).token?.text == Self.token)
        let secret = try await gitHub(["LODESTONE_GITHUB_WEBHOOK_SECRET_FILE": path]).webhookSecret
        #expect(secret?.text == Self.token)
    }

    @Test(arguments: ["", " \n", "two\nlines", "tökens"])
    func aFileWithoutASecretIsToldByTheSettingOnly(content: String) async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/token"
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        for name in ["TOKEN", "WEBHOOK_SECRET"] {
            let error = await #expect(throws: SettingError.self) {
                try await gitHub(["LODESTONE_GITHUB_\(name)_FILE": path])
            }
            let setting = name == "TOKEN" ? "`githubTokenFile`" : "`githubWebhookSecretFile`"
            #expect(error?.description.contains(setting) == true)
            #expect(content.trimmed.isEmpty || error?.description.contains(content.trimmed) == false)
        }
    }

    @Test(arguments: [
        ("GITHUB_TOKEN_FILE", "/nowhere/token", "githubTokenFile"), ("GITHUB_TOKEN_FILE", "/tmp", "githubTokenFile"),
        ("GITHUB_TOKEN", "a\nb", "githubToken"), ("GITHUB_TOKEN", "", "githubToken"),
        ("GITHUB_WEBHOOK_SECRET_FILE", "/nowhere/secret", "githubWebhookSecretFile"),
        ("GITHUB_HOST", "https://github.com", "githubHost"), ("GITHUB_HOST", "git_hub%", "githubHost"),
        ("GITHUB_API_URL", "http://api.github.com", "githubApiUrl"), ("GITHUB_API_URL", "github", "githubApiUrl"),
        ("GITHUB_POLL_SECONDS", "-1", "githubPollSeconds"), ("GITHUB_POLL_SECONDS", "often", "githubPollSeconds"),
    ])
    func aWrongValueIsToldByItsName(variable: String, value: String, setting: String) async throws {
        let error = await #expect(throws: SettingError.self) { try await gitHub(["LODESTONE_\(variable)": value]) }
        #expect(error?.description.contains("`\(setting)`") == true)
    }

    @Test func aSecretIsGivenOnce() async throws {
        let error = await #expect(throws: SettingError.self) {
            try await gitHub(["LODESTONE_GITHUB_TOKEN": Self.token, "LODESTONE_GITHUB_TOKEN_FILE": "/tmp/token"])
        }
        #expect(error?.description.contains("`githubTokenFile`") == true)
        #expect(error?.description.contains(Self.token) == false)
    }

    @Test func nothingPrintsASecret() async throws {
        let configuration = try await gitHub([
            "LODESTONE_GITHUB_TOKEN": Self.token, "LODESTONE_GITHUB_WEBHOOK_SECRET": "\(Self.token)2",
        ])
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(!text.contains(Self.token) && text.contains("***"))
        }
    }
}
