import ArgumentParser
import Domain
import Server

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Examine a data directory, and explain what is found.",
        discussion: """
            Reads the whole database and changes nothing, whether or not the server is running. The exit status is 1 if \
            there is a problem:

              lodestone check /var/lib/lodestone
            """)

    @Argument(help: ArgumentHelp("The data directory (default: that of --data).", valueName: "directory"))
    var directory: String?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var options = dataOptions
        if let directory { options.data = directory }
        let findings = try await options.administrator().check()
        try output.show(findings) { $0.flatMap(\.lines) }
        if findings.contains(where: { $0.level == .problem }) { throw ExitCode.failure }
    }
}
