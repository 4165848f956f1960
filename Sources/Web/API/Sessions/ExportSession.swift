import Domain
import HTTPTypes
import Hummingbird
import Storage

extension SessionHandlers {
    /// `GET /api/sessions/{id}/export`: the session as a file that `lodestone import` reads. A session that is still
    /// growing is exported as it was when the request arrived.
    func export(_ call: Call<Member>) async throws -> Response {
        let store = services.store
        let (organization, session, lastSequence) = try await store.archives.session(
            call.sessionID, of: call.identity.organization)
        try await store.audit.record(
            .sessionExported, in: call.identity.organization, subject: AuditSubject(session.id, name: session.title),
            at: services.clock.now())
        let headers: HTTPFields = [
            .contentType: "application/x-ndjson",
            .contentDisposition: session.id.download(as: "ndjson"),
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await ArchiveExport(store).write(session, of: organization, upTo: lastSequence) {
                    try await writer.write($0)
                }
                try await writer.finish(nil)
            })
    }
}
