import ArgumentParser
import Domain
import Server

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill an organization without sessions with a believable half year.",
        discussion: """
            The people it adds have no password. Offline, and the same every time but for the clock:

              lodestone demo
            """)

    @Option(help: "The organization's id, when there are several.")
    var organization: OrganizationID?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let operation = FillWithDemo(organization: organization)
        let filled = try await dataOptions.administrator().perform(operation)
        try output.show(filled) {
            ["\($0.organization.name) has \($0.sessions) sessions now, with \($0.messages) lines of transcripts."]
        }
    }
}
