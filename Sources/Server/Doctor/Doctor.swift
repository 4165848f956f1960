package import Domain
import Foundation
import Runs
import Sandbox
package import Storage

/// What `lodestone doctor` found.
package struct DoctorReport: Codable, Sendable {
    package let build: BuildInformation
    package let findings: [Finding]
    package let settings: [SettingInForce]
}

/// Examines the machine and the settings for the operator. Nothing is changed but for a test of the sandbox, which
/// leaves nothing.
package struct Doctor: Sendable {
    private let flags: Flags
    private let environment: [String: String]
    let clock: Clock

    package init(
        _ flags: Flags, environment: [String: String] = ProcessInfo.processInfo.environment, clock: Clock = .system
    ) {
        self.flags = flags
        self.environment = environment
        self.clock = clock
    }

    /// A setting that can't be used is a finding, too.
    ///
    /// - Throws: `SettingError` when the settings can't be read at all.
    package func examine() async throws -> DoctorReport {
        let recorder = SettingsInForce()
        let settings = try await Settings(flags, environment: environment, reporter: recorder)
        var findings = [versions()]
        do {
            let configuration = try settings.serverConfiguration()
            findings.append(.ok("settings", "All settings can be used."))
            findings += DirectoryExamination(of: configuration.dataDirectory).surface()
            findings += backups(configuration)
            findings += certificate(configuration)
            findings += await sandbox(configuration, searchPath: settings.searchPath)
            findings += await NetworkExamination(configuration, clock: clock).run()
        } catch let error as SettingError {
            findings.append(.problem("settings", error.description, advice: "Correct it; the server does not start."))
        }
        return DoctorReport(build: .current, findings: findings, settings: recorder.settings)
    }

    private func versions() -> Finding {
        guard SQLiteVersion.current.hasFixedWALReset else {
            return .warning(
                "SQLite",
                """
                Version \(SQLiteVersion.current) has a rare race between a commit and another connection's checkpoint. The \
                server avoids it: one connection does both.
                """,
                advice: "Before you let Litestream run beside the server, install SQLite 3.51.3 or later.")
        }
        return .ok("SQLite", "Version \(SQLiteVersion.current).")
    }

    private func backups(_ configuration: ServerConfiguration) -> [Finding] {
        guard let backups = configuration.backups else {
            return [
                .warning(
                    "backups", "No backups are made by schedule.",
                    advice: "Set `backupDirectory`, or run `lodestone backup` from a timer of your own.")
            ]
        }
        do {
            try backups.prepare()
        } catch {
            return [.problem("backups", "\(error)")]
        }
        let last = Backup.all(of: configuration.dataDirectory, in: backups.directory).first?.manifest.createdAt
        guard let last else { return [.warning("backups", "There is none in \(backups.directory) yet.")] }
        let isOld = clock.now() > last + backups.interval * 2
        let text = "The last one in \(backups.directory) is of \(last)."
        return [
            isOld
                ? .problem("backups", text, advice: "The server's log tells why there is no newer one.")
                : .ok("backups", text)
        ]
    }

    private func certificate(_ configuration: ServerConfiguration) -> [Finding] {
        guard let files = configuration.certificate else { return [] }
        do {
            let end = try files.load().expiresAt
            let text = "The server's certificate is valid until \(end)."
            let advice = "Renew it. The server uses it as soon as its files have changed."
            if end <= clock.now() { return [.problem("certificate", text, advice: advice)] }
            return [
                end <= clock.now() + .seconds(7 * 86_400)
                    ? .warning("certificate", text, advice: advice) : .ok("certificate", text)
            ]
        } catch {
            return [.problem("certificate", "\(error)")]
        }
    }

    private func sandbox(_ configuration: ServerConfiguration, searchPath: String) async -> [Finding] {
        guard let runs = configuration.runs else { return [.ok("agents", "This server runs no agents.")] }
        guard !runs.isUnisolated else { return Isolation.none.cautions.map { .warning("sandbox", $0) } }
        let files = FileManager.default
        let place = files.fileExists(atPath: runs.directory) ? runs.directory : files.temporaryDirectory.path
        do {
            _ = try await Isolation.findingBubblewrap(in: searchPath, directory: place)
            return [.ok("sandbox", "bubblewrap works. \(Self.kernel)")]
        } catch {
            return [.problem("sandbox", "\(error) \(Self.kernel)")]
        }
    }

    /// What decides whether a user may make namespaces, and whether there are control groups.
    private static var kernel: String {
        let settings = [
            "kernel/unprivileged_userns_clone", "user/max_user_namespaces",
            "kernel/apparmor_restrict_unprivileged_userns",
        ].compactMap { name in
            (try? String(contentsOfFile: "/proc/sys/\(name)", encoding: .utf8)).map {
                "\(name.replacing("/", with: ".")) is \($0.trimmed)"
            }
        }
        let groups = FileManager.default.fileExists(atPath: "/sys/fs/cgroup/cgroup.controllers")
        return
            (settings + ["control groups are \(groups ? "of version 2" : "not of version 2"), which limits do not need"])
            .joined(separator: ", ") + "."
    }
}
