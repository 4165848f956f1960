import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handlers for the files that a session produced: its changes, the archive of its workspace, and its export.
struct DownloadHandlers: Sendable {
    let services: Services

    /// `GET /api/sessions/{id}/changes`: the files that the session changed.
    func showChanges(_ call: Call<Member>) async throws -> Response {
        let changes = try await changes(call)
        return .json { json in
            json.field("files") { json in
                json.array(changes.files) { json, file in
                    json.object { json in
                        json.field("path", file.path)
                        json.field("oldPath", file.oldPath)
                        if let added = file.addedLines { json.field("addedLines", added) }
                        if let removed = file.removedLines { json.field("removedLines", removed) }
                    }
                }
            }
            json.field("isCut", changes.isCut)
        }
    }

    /// `GET /api/sessions/{id}/patch`: the changes as a file for `git apply`.
    func downloadPatch(_ call: Call<Member>) async throws -> Response {
        let changes = try await changes(call)
        guard !changes.isCut else { throw DomainError.patchTooLong }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/x-diff; charset=utf-8",
                .contentDisposition: call.sessionID.download(as: "patch"),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: changes.patch)))
    }

    /// `GET /api/sessions/{id}/workspace`: the archive of a workspace whose work could not be saved in any other way.
    func downloadWorkspace(_ call: Call<Member>) async throws -> Response {
        let id = call.sessionID
        let store = services.store
        guard try await store.runs.hasArchive(of: id, in: call.identity.organization),
            let file = FileHandle(forReadingAtPath: store.directory.archivePath(of: id))
        else {
            throw DomainError.noWorkspaceArchive
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/gzip", .contentDisposition: id.download(as: "tar.gz"),
            ],
            body: ResponseBody(sending: file))
    }

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

    private func changes(_ call: Call<Member>) async throws -> SessionChanges {
        let (_, changes) = try await services.store.runs.changes(of: call.sessionID, in: call.identity.organization)
        guard let changes else { throw DomainError.noChanges }
        return changes
    }
}

extension SessionID {
    /// The value of `Content-Disposition` for a file that belongs to the session (RFC 6266).
    fileprivate func download(as ending: String) -> String {
        let name = rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "attachment; filename=\"lodestone-\(name).\(ending)\""
    }
}
