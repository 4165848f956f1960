import ArgumentParser
import Domain
import Server

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill an empty organization with six months of sample sessions.",
        discussion: """
            The people it adds have no password. It needs no network, and apart from the times the result is always the same:

              lodestone demo
            """)

    @Option(help: "The organization's ID, if there is more than one.")
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
