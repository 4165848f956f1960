import Domain
import Hummingbird
import Storage

/// The settings' page of the audit log.
struct AuditPages: Sendable {
    /// How many entries a page shows.
    private static let pageSize = 50

    let services: Services

    /// `GET …/settings/audit`, with the filter of the API's list in the query.
    func show(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        let form = FormState([
            "action": try call.query("action") ?? "", "actor": try call.query("actor") ?? "",
            "since": try call.query("since") ?? "", "until": try call.query("until") ?? "",
        ])
        let filter: AuditFilter
        let cursor: Int?
        do {
            (filter, cursor) = (try call.auditFilter(), try call.auditCursor())
        } catch let error as DomainError where error.code == .invalid {
            return try await page(form, for: owner, problem: error.detail).response()
        }
        return try await page(form, filter, before: cursor, for: owner).response()
    }

    private func page(
        _ form: FormState, _ filter: AuditFilter = AuditFilter(), before cursor: Int? = nil, for owner: Owner,
        problem: String? = nil
    ) async throws -> Page {
        let organization = owner.organization
        async let members = services.store.members.members(of: organization)
        async let keys = services.store.apiKeys.keys(of: organization)
        let events = try await services.store.audit.events(
            readableIn: organization, matching: filter, before: cursor, limit: Self.pageSize + 1)
        let shown = events.prefix(Self.pageSize)
        let actors =
            try await members.map { ($0.user.id.rawValue, $0.user.name) }
            + (try await keys.map { ($0.id.rawValue, "API key \($0.name)") })
        let now = services.clock.now()
        let query = ["action", "actor", "since", "until"].map { (name: $0, value: form.field($0, "").value) }
            .filter { !$0.value.isEmpty }.queryText
        return .settings(
            "audit", .audit, for: owner,
            content: AuditContent(
                head: SettingsHead(.audit, of: organization, notice: nil, problem: problem),
                path: organization.auditPath,
                choices: [
                    ChoiceField(
                        form.field("action", "Action"),
                        [("", "All actions")] + AuditAction.allCases.map { ($0.rawValue, $0.words) }),
                    ChoiceField(form.field("actor", "By"), [("", "Everybody")] + actors),
                ],
                days: [form.field("since", "From"), form.field("until", "To")],
                events: shown.map { AuditItem($0, at: now) }, isEmpty: shown.isEmpty,
                olderPath: events.count > shown.count
                    ? shown.last.map { "\(organization.auditPath)?\(query)&cursor=\($0.number)" } : nil,
                exportPath: "/api/organizations/\(organization)/audit/export?\(query)"))
    }
}

/// What `audit.mustache` shows.
struct AuditContent {
    let head: SettingsHead
    let path: String
    let choices: [ChoiceField]
    let days: [FormField]
    let events: [AuditItem]
    let isEmpty: Bool
    let olderPath: String?
    let exportPath: String
}

/// A row of the audit log.
struct AuditItem {
    let words: String
    let actorName: String
    let subjectName: String?
    let detail: String
    let source: String
    let time: ShownTime

    init(_ event: AuditEvent, at now: Timestamp) {
        words = event.action.words
        actorName =
            switch event.actor.kind {
            case .server: "The server"
            case .administrator: "Administrator's command"
            case .visitor: "Somebody not signed in"
            case .user: event.actor.name ?? event.actor.id ?? ""
            case .apiKey: "API key \(event.actor.name ?? event.actor.id ?? "")"
            }
        subjectName = event.subject.flatMap { $0.id == event.actor.id ? nil : $0.name ?? $0.id }
        detail = event.details.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value.split(separator: "\n").joined(separator: ", "))" }.joined(separator: " · ")
        source = [event.address, event.browser].compactMap(\.self).joined(separator: " · ")
        time = ShownTime(event.createdAt, now: now)
    }
}
