import ArgumentParser
import Domain
import Server

struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization", abstract: "Add and list organizations.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create another organization for an existing user.",
            discussion: "  lodestone organization add --name Umbrella --owner alice@example.com")

        @Option(help: "The organization's name.")
        var name: String

        @Option(help: "The owner's email address.")
        var owner: String

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked { try AddOrganization(name: name, owner: owner) }
            let made = try await dataOptions.administrator().perform(operation)
            try output.show(made) { ["Created the organization \($0.name) (\($0.id))."] }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the organizations.", discussion: "  lodestone organization list --json")

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let organizations = try await dataOptions.administrator().perform(ListOrganizations())
            try output.show(organizations) { $0.map { "\($0.id)  \($0.name)" } }
        }
    }
}
