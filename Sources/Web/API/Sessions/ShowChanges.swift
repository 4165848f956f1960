import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

extension SessionHandlers {
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
        guard !changes.isCut else { throw DomainError.notFound("The patch was too long to store.") }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/x-diff; charset=utf-8",
                .contentDisposition: call.sessionID.download(as: "patch"),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: changes.patch)))
    }

    private func changes(_ call: Call<Member>) async throws -> SessionChanges {
        let (_, changes) = try await services.store.runs.changes(of: call.sessionID, in: call.identity.organization)
        guard let changes else { throw DomainError.noChanges }
        return changes
    }
}
