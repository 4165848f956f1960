import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// The maximum length of a first message in an address, so that every proxy accepts the address.
    private static let longestMessage = 4000

    /// `GET …/duplicate` redirects to the form for a new session, filled in with this session's values.
    func duplicate(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: organization, limit: 1)
        let session = excerpt.session
        let first = excerpt.messages.messages.first { $0.author != nil }
        let message = first.flatMap { try? TranscriptLine(json: $0.json, number: 1).text }
        let fields: [(name: String, value: String?)] = [
            ("repository", session.repository?.url.description), ("branch", session.repository?.baseBranch.description),
            ("model", session.model), ("environment", excerpt.environment?.id.rawValue),
            ("message", message.map { String($0.prefix(Self.longestMessage)) }),
        ]
        let query = fields.compactMap { field in field.value.map { "\(field.name)=\($0.percentEncoded)" } }
        return .seeOther("\(organization.newSessionPath)?\(query.joined(separator: "&"))")
    }
}
