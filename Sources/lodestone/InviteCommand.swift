import ArgumentParser
import Domain
import Server

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link that lets one person join. It is shown this once.",
        discussion: "  lodestone invite --role member --expires 2027-01-01T00:00:00Z")

    @Option(help: "What they may do: owner or member.")
    var role = Role.member

    @Option(help: "When the link ends, as an RFC 3339 time within 30 days (default: in 7 days).")
    var expires: String?

    @Option(help: "The organization's id, when there are several.")
    var organization: OrganizationID?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let operation = Invite(
            organization: organization, role: role,
            expiresAt: try expires.map(expiry(from:)))
        let made = try await dataOptions.administrator().perform(operation)
        try output.show(made) { [$0.link] }
    }
}
