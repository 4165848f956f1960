import ArgumentParser
import Domain
import Foundation
import Server

@main
struct Lodestone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A self-hosted service for coding-agent sessions: one binary on one SQLite file.",
        discussion: """
            Start with `lodestone serve`, and open the link that it prints the first time. Settings are LODESTONE_… \
            variables or keys of the JSON file given with --config; the basic ones are also flags. A flag overrides the \
            environment, and the environment overrides the file.
            """,
        version: BuildInformation.current.text,
        subcommands: [
            Serve.self, RunnerCommand.self, Setup.self, OrganizationCommand.self, UserCommand.self, InviteCommand.self,
            KeyCommand.self, RunnerTokenCommand.self, AuditCommand.self, BackupCommand.self, RestoreCommand.self,
            CheckCommand.self, DoctorCommand.self, ExportCommand.self, ImportCommand.self, DemoCommand.self,
            DemoAgentCommand.self,
        ])

    static func main() async {
        // Only the service's own user may access the files that it creates.
        umask(0o077)
        do {
            let command = try await asyncParseAsRoot(nil)
            try await run(command)
        } catch {
            end(with: error)
        }
    }

    private static func run(_ command: any ParsableCommand) async throws {
        guard var asynchronous = command as? any AsyncParsableCommand else {
            var command = command
            return try command.run()
        }
        try await asynchronous.run()
    }

    /// Prints the error as ArgumentParser would, but with control characters replaced, because it may quote arguments
    /// or foreign data.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        // Requested output, such as help, consists only of the service's own text.
        guard !code.isSuccess else { exit(withError: error) }
        let text = fullMessage(for: error)
        if !text.isEmpty { FileHandle.standardError.write(Data("\(text.linesShownInTerminal)\n".utf8)) }
        exit(withError: code)
    }
}
