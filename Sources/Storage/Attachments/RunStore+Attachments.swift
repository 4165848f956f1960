package import Domain
import GRDB

extension RunStore {
    /// The files of a session's messages up to a sequence number, in their order.
    package func attachments(
        of run: RunNumber, upTo sequence: Int
    ) async throws -> [(sent: SentAttachment, blob: BlobNumber)] {
        try await connections.read { db in
            try AttachmentRow.all(of: run.session, in: 0...max(0, sequence), db).map {
                ($0.sent, BlobNumber(number: $0.blob))
            }
        }
    }
}
