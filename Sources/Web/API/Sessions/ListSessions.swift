import Domain
import Hummingbird
import Logging
import NIOCore
import Storage

extension SessionHandlers {
    /// How many sessions are read and sent at once: a reader connection is held for milliseconds, and memory stays flat
    /// however long the list and however slow the client.
    private static let batchSize = 500

    /// `GET /api/sessions`, as `list-sessions` of the reference describes it: the whole organization.
    func list(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        let (stats, first) = try await services.store.sessions.overview(
            of: organization, at: services.clock.now(), limit: Self.batchSize)
        guard first.count == Self.batchSize else {
            return .json { json in
                json.field("sessions") { $0.array(first) { $0.session($1) } }
                json.field("stats") { $0.stats(stats) }
            }
        }
        let sessions = services.store.sessions
        return Response(
            status: .ok, headers: .json,
            body: ResponseBody { writer in
                var json = JSONWriter()
                json.raw(#"{"sessions":["#)
                var batch = first
                while let last = batch.last {
                    for session in batch { json.element { $0.session(session) } }
                    try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                    batch = try await sessions.page(
                        of: organization, after: SessionCursor(after: last), limit: Self.batchSize)
                }
                json.raw("]")
                json.field("stats") { $0.stats(stats) }
                json.raw("}")
                try await writer.write(ByteBuffer(bytes: json.takeBytes()))
                try await writer.finish(nil)
            })
    }
}
