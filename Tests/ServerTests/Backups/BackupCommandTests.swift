import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Server

/// The commands as an operator runs them, beside a server in another process.
struct BackupCommandTests {
    private func lodestone(_ arguments: String, in directory: TemporaryDirectory) throws -> String {
        let text = try Shell.run(
            "LODESTONE_AGENT=none '\(CommandLineTests.program)' \(arguments) 2>&1 || echo \"status $?\"",
            in: directory.path)
        return text.trimmingCharacters(in: .newlines)
    }

    @Test func aRunningServerIsBackedUpByAnotherProcessAndRestoredElsewhere() async throws {
        let desk = try TemporaryDirectory()
        try "correct horse battery\n".write(toFile: "\(desk.path)/passphrase", atomically: true, encoding: .utf8)
        try await RunningServer.run { server in
            #expect(try await server.setUp(with: server.setUpLink) == 201)
            let said = try lodestone(
                "backup backups --passphrase-file passphrase --data '\(server.directory.path)'", in: desk)
            let path = try #require(said.split(separator: "\n").first).description
            #expect(path.hasPrefix("\(desk.path)/backups/lodestone-2") && said.contains("sealed with the passphrase"))

            let inUse = try lodestone(
                "restore '\(path)' --passphrase-file passphrase --data '\(server.directory.path)'", in: desk)
            #expect(inUse.contains("in use by another Lodestone") && inUse.hasSuffix("status 1"), "\(inUse)")
            let unsealed = try lodestone("restore '\(path)' --data elsewhere", in: desk)
            #expect(unsealed.contains("--passphrase-file") && unsealed.hasSuffix("status 1"), "\(unsealed)")
            let restored = try lodestone(
                "restore '\(path)' --passphrase-file passphrase --data elsewhere", in: desk)
            #expect(restored.hasPrefix("Restored the backup of 2"), "\(restored)")
        }
        let elsewhere = Administrator(DataDirectory(path: "\(desk.path)/elsewhere"), logger: .silent)
        #expect(try await elsewhere.perform(ListOrganizations()).map(\.name) == ["Acme"])
    }

    @Test func checkAndDoctorSayWhatToDo() async throws {
        let desk = try TemporaryDirectory()
        let alone = Administrator(DataDirectory(path: "\(desk.path)/data"), logger: .silent)
        _ = try await alone.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password))
        chmod("\(desk.path)/data/lodestone.sqlite", 0o600)
        chmod("\(desk.path)/data", 0o700)
        let sound = try lodestone("check data", in: desk)
        #expect(sound.contains("It is sound") && !sound.contains("status"), "\(sound)")
        chmod("\(desk.path)/data", 0o755)
        let open = try lodestone("check --data data", in: desk)
        #expect(
            open.contains("problem  access") && open.contains("chmod 0700") && open.hasSuffix("status 1"), "\(open)")
        let doctor = try Shell.run(
            "LODESTONE_AGENT=none LODESTONE_GITHUB_TOKEN=ghp_hidden LODESTONE_GITHUB_API_URL=https://127.0.0.1:1"
                + " '\(CommandLineTests.program)' doctor --data data --json || true", in: desk.path)
        let report = try JSONDecoder().decode(DoctorReport.self, from: Data(doctor.utf8))
        #expect(report.findings.contains { $0.subject == "access" && $0.level == .problem })
        #expect(!doctor.contains("ghp_hidden"))
    }

    @Test func whatCannotBeBackedUpIsSaid() throws {
        let desk = try TemporaryDirectory()
        #expect(try lodestone("backup backups --data nothing", in: desk).contains("There is no database at"))
        try "short\n".write(toFile: "\(desk.path)/passphrase", atomically: true, encoding: .utf8)
        let short = try lodestone("backup backups --passphrase-file passphrase --data nothing", in: desk)
        #expect(short.contains("at least 12 characters"), "\(short)")
    }
}
