import ArgumentParser
import Domain
import Server

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Create, list and revoke API keys.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create an API key. It is shown only once.",
            discussion: "  lodestone key create --name \"CI\" --expires 2027-01-01T00:00:00Z")

        @Option(help: "What the key is for.")
        var name: String

        @Option(help: "When the key expires, as an RFC 3339 time (default: never).")
        var expires: String?

        @Option(help: "The organization's ID, if there is more than one.")
        var organization: OrganizationID?

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let expiresAt = try expires.map(expiry(from:))
            let operation = try checked {
                try CreateKey(
                    organization: organization, name: name, expiresAt: expiresAt)
            }
            let made = try await dataOptions.administrator().perform(operation)
            try output.show(made) { [$0.key] }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List an organization's API keys, newest first.", discussion: "  lodestone key list --json")

        @Option(help: "The organization's ID, if there is more than one.")
        var organization: OrganizationID?

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = ListKeys(organization: organization)
            let keys = try await dataOptions.administrator().perform(operation)
            try output.show(keys) { $0.map(Self.line) }
        }

        private static func line(for key: APIKey) -> String {
            let use = key.lastUsedAt.map { "last used \($0)" } ?? "never used"
            let end = key.revokedAt.map { ", revoked \($0)" } ?? key.expiresAt.map { ", expires \($0)" } ?? ""
            return "\(key.id)  \(key.name)  \(use)\(end)"
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke an API key immediately.", discussion: "  lodestone key revoke key_1a2b3c4d5e6f7g8h")

        @Argument(help: "The key's ID, as shown by `key list`.")
        var id: String

        @Option(help: "The organization's ID, if there is more than one.")
        var organization: OrganizationID?

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = RevokeKey(
                organization: organization, id: APIKeyID(rawValue: id))
            let done = try await dataOptions.administrator().perform(operation)
            try output.show(done) { _ in ["\(id) is revoked."] }
        }
    }
}
