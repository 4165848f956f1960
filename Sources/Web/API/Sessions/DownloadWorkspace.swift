import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Threads

extension SessionHandlers {
    /// The threads on which files are read. A slow client delays nobody else, since it uses a thread only while a piece
    /// is read.
    private static let threads = WorkerThreads(count: 2)

    /// The size in bytes of the pieces in which a file is sent.
    private static let pieceSize = 262_144

    /// `GET /api/sessions/{id}/workspace`: the archive of a workspace whose work could not be saved in any other way.
    func downloadWorkspace(_ call: Call<Member>) async throws -> Response {
        let id = call.sessionID
        let store = services.store
        guard try await store.runs.hasArchive(of: id, in: call.identity.organization),
            let file = FileHandle(forReadingAtPath: store.directory.archivePath(of: id))
        else {
            throw DomainError.notFound("There is no archive of the session's workspace.")
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/gzip", .contentDisposition: id.download(as: "tar.gz"),
            ],
            body: ResponseBody { writer in
                defer { try? file.close() }
                while let piece = try await Self.threads.run({ try file.read(upToCount: Self.pieceSize) }),
                    !piece.isEmpty
                {
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }
}
