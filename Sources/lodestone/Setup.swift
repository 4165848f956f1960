import ArgumentParser
import Domain
import Server

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the first organization and its owner.",
        discussion: """
            Works while the server runs and while it doesn't:

              lodestone setup --organization Acme --name "Alice Chen" --email alice@example.com
            """)

    @Option(help: "The organization's name.")
    var organization: String

    @Option(help: "The owner's name.")
    var name: String

    @Option(help: "The owner's e-mail address, to sign in with.")
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
        try output.show(made) { ["Made the organization \($0.name) (\($0.id)). \(email) may sign in."] }
    }
}
