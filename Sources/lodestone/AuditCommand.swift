import ArgumentParser
import Domain
import Server

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show the audit log, newest first.",
        discussion: """
            Without --organization it shows all entries, also those of sign-ins that name no account. Days are in UTC:

              lodestone audit --action auth.sign_in_failed --since 2026-11-01
            """)

    @Option(help: "Only entries that the owners of this organization can read.")
    var organization: OrganizationID?

    @Option(help: "Only entries of this action, such as key.created.")
    var action: String?

    @Option(help: "Only entries of the user or API key with this ID.")
    var actor: String?

    @Option(help: "Only entries from this day, such as 2026-11-30, or RFC 3339 time on.")
    var since: String?

    @Option(help: "Only entries up to this day or time.")
    var until: String?

    @Option(help: "How many entries to show at most.")
    var limit = 100

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let operation = try checked {
            try ListAuditEvents(
                organization: organization, action: action, actor: actor, since: since, until: until, limit: limit)
        }
        let events = try await dataOptions.administrator().perform(operation)
        try output.show(events) { $0.map(Self.line) }
    }

    private static func line(for event: AuditEvent) -> String {
        let actor = [event.actor.kind.rawValue, event.actor.id, event.actor.name.map { "(\($0))" }]
        let subject = [event.subject?.id, event.subject?.name.map { "(\($0))" }]
        let details = event.details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts = [
            event.createdAt.description, event.action.rawValue, joined(actor), joined(subject),
            details.joined(separator: " "), joined([event.address, event.browser]),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private static func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).joined(separator: " ")
    }
}
