import Domain
import Foundation
import Runs
import Storage
import TestSupport
import Testing
import Web
import WebPush

@testable import Server

struct SettingsTests {
    private func configuration(
        flags values: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) async throws -> ServerConfiguration {
        var flags = Flags()
        flags.values = values
        let directory = try TemporaryDirectory()
        if let file {
            flags.configPath = directory.path + "/settings.json"
            try file.write(toFile: directory.path + "/settings.json", atomically: true, encoding: .utf8)
        }
        return try await Settings(flags, environment: environment).serverConfiguration()
    }

    @Test func aFlagWinsOverTheEnvironmentAndThatOverTheFile() async throws {
        let file = #"{"port": 1001, "host": "0.0.0.0", "data": "/file"}"#
        let environment = ["LODESTONE_PORT": "1002", "LODESTONE_DATA": "/environment"]
        let configuration = try await configuration(flags: ["port": "1003"], environment: environment, file: file)
        #expect(configuration.port == 1003)
        #expect(configuration.dataDirectory.path == "/environment")
        #expect(configuration.host == "0.0.0.0")
    }

    @Test func modelsHaveNames() async throws {
        let models = "claude-opus-4-6=Opus 4.6,local-large"
        let configuration = try await configuration(environment: ["LODESTONE_MODELS": models])
        #expect(
            configuration.models == [
                ModelChoice(id: "claude-opus-4-6", name: "Opus 4.6"),
                ModelChoice(id: "local-large", name: "local-large"),
            ])
        #expect(try await self.configuration(environment: ["LODESTONE_MODELS": ""]).models == ModelChoice.standard)
        for wrong in ["=A", "a=", "--x=Y", "a b=C", "a=A,a=B", "a=A,b=A", "a=\(String(repeating: "A", count: 101))"] {
            await #expect(throws: SettingError.self, "\(wrong)") {
                try await self.configuration(environment: ["LODESTONE_MODELS": wrong])
            }
        }
    }

    @Test func theDefaultsServeThisMachineOnly() async throws {
        let configuration = try await configuration()
        #expect(configuration.host == "127.0.0.1" && configuration.port == 8080)
        #expect(configuration.web.origins == ["http://127.0.0.1:8080", "http://localhost:8080"])
        #expect(!configuration.web.isSecure)
        #expect(configuration.repositoryHosts == ["github.com"])
    }

    @Test func thePublicAddressDecidesOriginAndCookie() async throws {
        let configuration = try await configuration(flags: ["publicUrl": "https://Lodestone.example.com/"])
        #expect(configuration.web.origins == ["https://lodestone.example.com"])
        #expect(configuration.web.isSecure)
    }

    @Test func pushServicesAreToldWhomToTurnTo() async throws {
        #expect(try await configuration().pushContact == nil)
        let contacts = ["mailto:ops@example.com", "https://example.com/about"]
        for contact in contacts {
            #expect(try await configuration(environment: ["LODESTONE_PUSH_CONTACT": contact]).pushContact == contact)
        }
        for wrong in ["ops@example.com", "http://example.com", "https://", "mailto:ops", "mailto:a@b.c\r\nx"] {
            await #expect(throws: SettingError.self) {
                try await configuration(environment: ["LODESTONE_PUSH_CONTACT": wrong])
            }
        }
        let own = try await configuration(environment: ["LODESTONE_PUSH_SERVICES": "push.internal:8443,127.0.0.1:9000"])
        #expect(own.push.services.map(\.description) == ["push.internal:8443", "127.0.0.1:9000"])
        await #expect(throws: SettingError.self) {
            try await configuration(environment: ["LODESTONE_PUSH_SERVICES": "https://push.internal"])
        }
    }

    @Test func whatAgentsReachIsBoundedAndListed() async throws {
        let program = ["LODESTONE_AGENT_COMMAND": "/bin/sh", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9000/v1"]
        let runs = try #require(
            try await configuration(
                environment: program.merging([
                    "LODESTONE_AGENT_NETWORK": "custom", "LODESTONE_AGENT_HOSTS": "a.internal,10.0.0.1:8443",
                ]) { $1 }
            ).runs)
        #expect(runs.networkCeiling == .custom)
        #expect(runs.operatorHosts.agent.map(\.description) == ["a.internal", "10.0.0.1:8443", "127.0.0.1:9000"])
        #expect(runs.operatorHosts.repositories.map(\.description) == ["github.com"])
        let plain = try #require(
            try await configuration(
                environment: ["LODESTONE_AGENT_COMMAND": "/bin/sh", "ANTHROPIC_API_KEY": "sk-ant-x"]
            ).runs)
        #expect(plain.networkCeiling == .all)
        #expect(plain.operatorHosts.agent.map(\.description) == ["api.anthropic.com"])
        for wrong in [["LODESTONE_AGENT_NETWORK": "true"], ["LODESTONE_AGENT_HOSTS": "https://a.internal"]] {
            await #expect(throws: SettingError.self) {
                _ = try await configuration(environment: program.merging(wrong) { $1 })
            }
        }
    }

    @Test func backupsAreMadeWhereTheOperatorSays() async throws {
        #expect(try await configuration().backups?.directory == nil)
        let directory = try TemporaryDirectory()
        let file = "\(directory.path)/passphrase"
        try "a passphrase of some length\n".write(toFile: file, atomically: true, encoding: .utf8)
        let backups = try #require(
            try await configuration(
                flags: ["backupDirectory": "/srv/backups/", "backupHours": "6"],
                environment: ["LODESTONE_BACKUP_KEEP": "3", "LODESTONE_BACKUP_PASSPHRASE_FILE": file]
            ).backups)
        #expect(backups.directory == "/srv/backups" && backups.interval == .seconds(6 * 3600) && backups.kept == 3)
        #expect(backups.passphrase?.text == "a passphrase of some length")
        for wrong in [
            ["backupDirectory": "/data/backups", "data": "/data"], ["backupDirectory": "/data", "data": "/data"],
            ["backupDirectory": "/srv", "backupHours": "0"], ["backupDirectory": "/srv", "backupKeep": "none"],
            ["backupDirectory": "/srv", "backupPassphraseFile": "/nowhere"],
        ] {
            await #expect(throws: SettingError.self, "\(wrong)") { try await configuration(flags: wrong) }
        }
    }

    @Test func theOperatorSaysHowLongBrowsersStaySignedIn() async throws {
        #expect(try await configuration().browserLimits == .standard)
        let limits = try await configuration(
            environment: ["LODESTONE_BROWSER_IDLE_DAYS": "1"], file: #"{"browserMaximumDays": 2}"#
        ).browserLimits
        #expect(limits == BrowserSessionLimits(idle: .seconds(86_400), maximum: .seconds(2 * 86_400)))
        for wrong in [["LODESTONE_BROWSER_IDLE_DAYS": "0"], ["LODESTONE_BROWSER_MAXIMUM_DAYS": "366"]] {
            await #expect(throws: SettingError.self) { try await configuration(environment: wrong) }
        }
    }

    @Test func hostsComeAsAList() async throws {
        let list = try await configuration(environment: ["LODESTONE_REPOSITORY_HOSTS": "github.com,Git.example.com"])
        #expect(list.repositoryHosts == ["github.com", "git.example.com"])
        #expect(try await configuration(file: #"{"repositoryHosts": ["a.example"]}"#).repositoryHosts == ["a.example"])
    }

    @Test func trustedProxiesComeAsAListOfAddressesAndRanges() async throws {
        let expected = try ["127.0.0.1", "10.0.0.0/8"].map { try AddressRange($0) }
        let text = "127.0.0.1, 10.0.0.0/8"
        #expect(try await configuration().web.trustedProxies.isEmpty)
        #expect(try await configuration(flags: ["trustedProxies": text]).web.trustedProxies == expected)
        #expect(
            try await configuration(environment: ["LODESTONE_TRUSTED_PROXIES": text]).web.trustedProxies == expected)
        let list = #"{"trustedProxies": ["127.0.0.1", "10.0.0.0/8"]}"#
        #expect(try await configuration(file: list).web.trustedProxies == expected)
        #expect(
            try await configuration(file: #"{"trustedProxies": "127.0.0.1,10.0.0.0/8"}"#).web.trustedProxies == expected
        )
    }

    @Test(arguments: [
        ["trustedProxies": "10.0.0.0/33"], ["trustedProxies": "proxy.example.com"],
        ["port": "http"], ["port": "70000"], ["publicUrl": "lodestone.example.com"], ["publicUrl": "ftp://x"],
        ["publicUrl": "https://x/path"], ["logLevel": "loud"], ["logFormat": "xml"], ["metricsToken": "guess"],
    ])
    func aWrongValueIsToldByItsName(flags: [String: String]) async throws {
        let error = await #expect(throws: SettingError.self) { try await configuration(flags: flags) }
        #expect(error?.description.contains("`\(flags.keys.first ?? "")`") == true)
    }

    @Test(arguments: ["LODESTONE_TITLE_COMMAND", "LODESTONE_AGENT_COMMAND"])
    func aProgramThatIsNotThereIsTold(variable: String) async throws {
        let error = await #expect(throws: SettingError.self) {
            try await configuration(environment: [variable: "no-such-program,-x", "PATH": "/usr/bin:/bin"])
        }
        #expect(error?.description.contains("no-such-program") == true)
    }

    @Test func rootIsRefusedUnlessTheOperatorAllowsIt() async throws {
        let refusing = try await Settings(Flags(), environment: [:])
        try refusing.checkUser(1000)
        let error = #expect(throws: SettingError.self) { try refusing.checkUser(0) }
        #expect(error?.description.contains("--allow-root") == true)
        for text in ["true", "false", "perhaps"] {
            var flags = Flags()
            flags.values["allowRoot"] = text
            for settings in [
                try await Settings(flags, environment: [:]),
                try await Settings(Flags(), environment: ["LODESTONE_ALLOW_ROOT": text]),
            ] {
                guard text != "true" else {
                    try settings.checkUser(0)
                    continue
                }
                #expect(throws: SettingError.self) { try settings.checkUser(0) }
            }
        }
    }

    @Test func aBrokenFileIsRefused() async throws {
        await #expect(throws: SettingError.self) { try await configuration(file: "port = 80") }
        await #expect(throws: SettingError.self) {
            try await configuration(environment: ["LODESTONE_CONFIG": "/nowhere.json"])
        }
    }
}
