import ArgumentParser
import Domain
import Server

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examine this machine and the settings, and say what to do about each problem.",
        discussion: """
            Looks at versions, the sandbox, the disk, the clock, the network, and the settings in force, with secrets left \
            out. Run it as the service's user and with the service's settings. The exit status is 1 if there is a problem:

              lodestone doctor --json
            """)

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let report = try await Doctor(dataOptions.flags).examine()
        try output.show(report) { report in
            ["Lodestone \(report.build.text)", ""] + report.findings.flatMap(\.lines) + ["", "Settings in force:"]
                + report.settings.map { "  \($0.name) = \($0.value)  (\($0.source))" }
                + ["  The others have their defaults."]
        }
        if report.findings.contains(where: { $0.level == .problem }) { throw ExitCode.failure }
    }
}
