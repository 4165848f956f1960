import ArgumentParser
import Domain
import Server

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Create an invitation link for one person. It is shown only once.",
        discussion: "  lodestone invite --role member --expires 2027-01-01T00:00:00Z")

    @Option(help: "The new member's role: owner or member.")
    var role = Role.member

    @Option(help: "When the link expires, as an RFC 3339 time within 30 days (default: in 7 days).")
    var expires: String?

    @Option(help: "The organization's ID, if there is more than one.")
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
