import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Server

struct DoctorTests {
    private func flags(_ values: [String: String]) -> Flags {
        var flags = Flags()
        flags.values = values
        return flags
    }

    @Test func settingsAreToldWithoutTheirSecrets() async throws {
        let directory = try TemporaryDirectory()
        let environment = [
            "LODESTONE_GITHUB_TOKEN": "ghp_verysecret", "LODESTONE_AGENT": "none", "LODESTONE_BACKUP_HOURS": "12",
            "LODESTONE_GITHUB_API_URL": "https://127.0.0.1:1/api", "LODESTONE_GITHUB_WEBHOOK_SECRET": "hooksecret",
            "LODESTONE_MODELS": "a=A,b=B",
        ]
        let report = try await Doctor(flags(["data": directory.path]), environment: environment).examine()
        func setting(_ name: String) -> SettingInForce? { report.settings.first { $0.name == name } }
        #expect(setting("data") == SettingInForce(name: "data", value: directory.path, source: "flag"))
        #expect(setting("githubToken") == SettingInForce(name: "githubToken", value: "•••", source: "environment"))
        #expect(setting("models") == SettingInForce(name: "models", value: "a=A,b=B", source: "environment"))
        let text = "\(report.settings) \(report.findings)"
        #expect(!text.contains("verysecret") && !text.contains("hooksecret"))
        #expect(report.build.version == ServiceVersion.current && report.build.sqlite.hasPrefix("3."))
    }

    @Test func beingOfflineIsAWarningAndEachFindingHasAdvice() async throws {
        let directory = try TemporaryDirectory()
        let environment = ["LODESTONE_AGENT": "none", "LODESTONE_GITHUB_API_URL": "https://127.0.0.1:1/api"]
        let report = try await Doctor(flags(["data": directory.path]), environment: environment).examine()
        let host = try #require(report.findings.first { $0.subject == "git host" })
        #expect(host.level == .warning && host.detail.hasPrefix("127.0.0.1:1 does not answer"))
        #expect(!report.findings.contains { $0.level == .problem }, "\(report.findings)")
        #expect(report.findings.allSatisfy { $0.level == .ok || $0.advice != nil || $0.subject == "backups" })
        #expect(report.findings.contains { $0.subject == "clock" && $0.level == .ok })
    }

    @Test func aWrongClockIsAProblem() async throws {
        let clock = TestClock()
        try await LocalServer.whileRunning { port in
            let environment = ["LODESTONE_AGENT": "none", "LODESTONE_GITHUB_API_URL": "http://127.0.0.1:\(port)"]
            let report = try await Doctor(Flags(), environment: environment, clock: clock.clock).examine()
            let finding = try #require(report.findings.first { $0.subject == "clock" })
            #expect(finding.level == .problem && finding.detail.contains("s behind the others"), "\(finding)")
            #expect(report.findings.contains(.ok("git host", "127.0.0.1:\(port) answers.")))
        }
    }

    @Test func aSettingThatCannotBeUsedIsAFinding() async throws {
        let report = try await Doctor(flags(["port": "many"]), environment: ["LODESTONE_AGENT": "none"]).examine()
        #expect(report.findings.contains { $0.level == .problem && $0.detail.contains("`port`") })
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"), ("yesterday", nil), ("", nil),
    ])
    func datesOfHeadersAreRead(text: String, time: String?) {
        #expect(NetworkExamination.time(text)?.description == time)
    }

    @Test func theBuildIsNamed() {
        let build = BuildInformation(version: "0.2.0", commit: "1a2b3c", sqlite: "3.51.3")
        #expect(build.text == "0.2.0 (commit 1a2b3c, SQLite 3.51.3)")
        let unknown = BuildInformation(version: "0.2.0", commit: nil, sqlite: "3.51.3")
        #expect(unknown.text == "0.2.0 (commit unknown, SQLite 3.51.3)")
    }
}
