import ArgumentParser
import Domain
import Server

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create the first organization and its owner.",
        discussion: """
            Works whether or not the server is running:

              lodestone setup --organization Acme --name "Alice Chen" --email alice@example.com
            """)

    @Option(help: "The organization's name.")
    var organization: String

    @Option(help: "The owner's name.")
    var name: String

    @Option(help: "The owner's email address, used to sign in.")
    var email: String

    @OptionGroup var passwordOptions: PasswordOptions
    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let operation = try checked {
            try SetUp(
                organization: organization, name: name, email: email, password: try passwordOptions.password())
        }
        let made = try await dataOptions.administrator().perform(operation)
        try output.show(made) { ["Created the organization \($0.name) (\($0.id)). \(email) can sign in."] }
    }
}
