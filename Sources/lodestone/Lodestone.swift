import ArgumentParser
import Domain
import Foundation

@main
struct Lodestone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A self-hosted service for coding-agent sessions: one binary on one SQLite file.",
        discussion: """
            Start with `lodestone serve`, and open the link that it prints the first time. Every setting is a flag, a \
            LODESTONE_… variable, or a key of the JSON file given with --config; a flag wins over the environment, the environment over the file.
            """,
        version: ServiceVersion.current,
        subcommands: [
            Serve.self, Setup.self, OrganizationCommand.self, UserCommand.self, InviteCommand.self, KeyCommand.self,
            ExportCommand.self, ImportCommand.self, DemoCommand.self, DemoAgentCommand.self,
        ])

    static func main() async {
        // What the service writes is for its own user only.
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

    /// Tells why, as ArgumentParser would, but what was typed, or read from elsewhere, can't control the terminal.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        // What is asked for, such as help, is all the service's own text.
        guard !code.isSuccess else { exit(withError: error) }
        let text = fullMessage(for: error)
        if !text.isEmpty { FileHandle.standardError.write(Data("\(text.linesShownInTerminal)\n".utf8)) }
        exit(withError: code)
    }
}
