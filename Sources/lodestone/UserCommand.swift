import ArgumentParser
import Domain
import Server

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Add, list and disable users, and reset passwords and two-factor authentication.",
        subcommands: [Add.self, List.self, Disable.self, ResetPasswordCommand.self, ResetTwoFactorCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create an account in an organization.",
            discussion: "  lodestone user add --name \"Bob Roy\" --email bob@example.com --password-file -")

        @Option(help: "The person's name.")
        var name: String

        @Option(help: "The person's email address, used to sign in.")
        var email: String

        @Option(help: "The person's role: owner or member.")
        var role = Role.member

        @Option(help: "The organization's ID, if there is more than one.")
        var organization: OrganizationID?

        @OptionGroup var passwordOptions: PasswordOptions
        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked {
                try AddUser(
                    organization: organization, name: name, email: email,
                    role: role,
                    password: try passwordOptions.password())
            }
            let user = try await dataOptions.administrator().perform(operation)
            try output.show(user) { ["Created the account of \($0.name), \($0.email) (\($0.id))."] }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List all users and their organizations.", discussion: "  lodestone user list --json")

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let accounts = try await dataOptions.administrator().perform(ListUsers())
            try output.show(accounts) { $0.map(Self.line) }
        }

        private static func line(for account: Account) -> String {
            let places = account.memberships.map { "\($0.organization.name) (\($0.role.rawValue))" }
            let state = account.disabledAt.map { ", disabled since \($0)" } ?? ""
            let factor = account.hasSecondFactor ? ", two-factor" : ""
            return "\(account.user.email)  \(account.user.name)  \(places.joined(separator: ", "))\(factor)\(state)"
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Disable a user immediately. Their sessions are kept.",
            discussion: "  lodestone user disable bob@example.com")

        @Argument(help: "The user's email address.")
        var email: String

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked { DisableUser(email: try EmailAddress(email)) }
            let done = try await dataOptions.administrator().perform(operation)
            try output.show(done) { _ in ["\(email) is disabled and signed out everywhere."] }
        }
    }

    struct ResetPasswordCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset-password",
            abstract: "Set a new password, sign out all browsers, and re-enable a disabled user.",
            discussion: "  lodestone user reset-password bob@example.com --password-file -")

        @Argument(help: "The user's email address.")
        var email: String

        @OptionGroup var passwordOptions: PasswordOptions
        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked {
                try ResetPassword(email: try EmailAddress(email), password: try passwordOptions.password())
            }
            let done = try await dataOptions.administrator().perform(operation)
            try output.show(done) { _ in ["\(email) has a new password and is signed out everywhere."] }
        }
    }

    struct ResetTwoFactorCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset-two-factor",
            abstract:
                "Turn off the two-factor authentication of a user who lost their device, and sign out all browsers.",
            discussion: "  lodestone user reset-two-factor bob@example.com")

        @Argument(help: "The user's email address.")
        var email: String

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked { ResetTwoFactor(email: try EmailAddress(email)) }
            let done = try await dataOptions.administrator().perform(operation)
            try output.show(done) { _ in
                ["\(email) signs in with the password alone now, and is signed out everywhere."]
            }
        }
    }
}

extension Role: ExpressibleByArgument {}
