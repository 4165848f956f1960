import ArgumentParser
import Domain
import Server

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fill an empty organization with six months of sample sessions.",
        discussion: """
            Adds people without passwords, who can't sign in. Needs no network. Only the times differ from run to run:

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
            ["\($0.organization.name) now has \($0.sessions) sessions with \($0.messages) transcript lines."]
        }
    }
}
