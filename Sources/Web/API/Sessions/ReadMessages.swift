import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    private static let defaultPageSize = 100
    private static let maximumPageSize = 200

    /// `GET /api/sessions/{id}/messages?after&before&limit`: a page of the transcript, by default the first.
    func readMessages(_ call: Call<Member>) async throws -> Response {
        let after = try call.number("after", in: 0...Int.max)
        let before = try call.number("before", in: 1...Int.max)
        guard after == nil || before == nil else {
            throw DomainError.invalid("Send either `after` or `before`, not both.")
        }
        let limit = try call.number("limit", in: 1...Self.maximumPageSize) ?? Self.defaultPageSize
        let page = try await services.store.sessions.messages(
            before.map(MessageRange.before) ?? .after(after ?? 0), of: call.sessionID,
            in: call.identity.organization, limit: limit)
        return .json { json in
            json.field("messages") { $0.array(page.messages) { $0.placedMessage($1) } }
            json.field("hasMore", page.hasMore)
        }
    }
}
