import ArgumentParser
import Domain
import Server

struct RunnerTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runner-token", abstract: "Create, list and revoke the tokens of runners.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a token for runners of the whole server, or of one organization. It is shown only once.",
            discussion: "  lodestone runner-token create --name \"Build cluster\" --label gpu --label arm64")

        @Option(help: "Where its runners are.")
        var name: String

        @Option(
            name: .customLong("label"),
            help: ArgumentHelp(
                "A label of its runners, which environments can ask for. Repeatable.", valueName: "label"))
        var labels: [String] = []

        @Option(help: "The ID of the organization whose sessions they work on (default: all organizations).")
        var organization: OrganizationID?

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = try checked {
                try CreateRunnerToken(organization: organization, name: name, labels: labels)
            }
            let made = try await dataOptions.administrator().perform(operation)
            try output.show(made) { [$0.token] }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List runner tokens, newest first, with their last use and their runs.",
            discussion: "  lodestone runner-token list --json")

        @Option(help: "The ID of an organization (default: the tokens of the whole server and of all organizations).")
        var organization: OrganizationID?

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let operation = ListRunnerTokens(organization: organization)
            let tokens = try await dataOptions.administrator().perform(operation)
            try output.show(tokens) { $0.map(Self.line) }
        }

        private static func line(for listed: ListedRunnerToken) -> String {
            let token = listed.token
            let use = token.lastUse.map { use in
                "last used \(use.at)\(use.address.map { " from \($0)" } ?? ""), version \(use.version)"
            }
            let parts = [
                token.id.rawValue, token.name, token.organizationID?.rawValue ?? "whole server",
                token.labels.isEmpty ? nil : token.labels.sorted.joined(separator: " "), use ?? "never used",
                listed.sessions.isEmpty ? nil : "works on \(listed.sessions.map(\.id.rawValue).joined(separator: " "))",
                token.revokedAt.map { "revoked \($0)" },
            ]
            return parts.compactMap(\.self).joined(separator: "  ")
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a runner token immediately. Runs of its runners are queued again.",
            discussion: "  lodestone runner-token revoke runner_1a2b3c4d5e6f7g8h")

        @Argument(help: "The token's ID, as shown by `runner-token list`.")
        var id: String

        @OptionGroup var dataOptions: DataOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let done = try await dataOptions.administrator().perform(
                RevokeRunnerToken(id: RunnerTokenID(rawValue: id)))
            try output.show(done) { _ in ["\(id) is revoked."] }
        }
    }
}
