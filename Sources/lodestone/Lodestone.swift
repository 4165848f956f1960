import ArgumentParser
import Domain
import Glibc

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
        await main(nil)
    }
}
