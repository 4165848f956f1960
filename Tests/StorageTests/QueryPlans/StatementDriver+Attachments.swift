import Domain
import TestSupport

@testable import Storage

extension StatementDriver {
    func useAttachments() async throws {
        let (attachments, archives, now) = (store.attachments, store.archives, clock.now)
        let session = try await createSession()
        let (sent, unused) = (try await addFile("sent"), try await addFile("unused"))
        _ = try await attachments.file(unused, of: organization, for: author.id)
        _ = try await attachments.unused([unused], of: organization, by: author.id, at: now)
        try await attachments.remove(unused, of: organization, by: author.id)
        _ = try await store.sessions.followUp(
            "See", attachments: [sent], in: session, of: organization, by: author.id, at: now, once: nil)
        _ = try await attachments.piece(0, of: attachments.file(sent, of: organization, for: nil).blob)
        _ = try await store.sessions.excerpt(.after(0), of: session, in: organization, limit: 5, context: .standard)
        if let run = try await store.runs.claim(at: now) {
            _ = try await store.runs.attachments(of: run.number, upTo: 9)
        }
        let files = try await archives.attachments(of: session, in: 1...9)
        if let file = files.first { _ = try await archives.piece(0, of: file.blob) }
        try await importFiles(of: session)
        _ = try await addFile("late")
        _ = try await attachments.sweep(at: now + .seconds(90_000))
        try await store.sessions.delete(session, of: organization, by: author.id, as: .owner, at: now)
    }

    private func addFile(_ text: String) async throws -> AttachmentID {
        let draft = try AttachmentDraft(filename: "a.txt", mediaType: nil, content: AttachmentContent(text.utf8))
        let added = try await store.attachments.add(
            draft, digest: SecretDigest(bytes: Array(text.utf8) + Array(repeating: 0, count: 32 - text.utf8.count)),
            to: organization, by: author.id, at: clock.now, once: nil)
        guard case .now(let attachment) = added else { throw CancellationError() }
        return attachment.id
    }

    /// One with a content of its own, and one with the same.
    private func importFiles(of session: SessionID) async throws {
        var place = ArchiveCheckpoint(target: nil)
        place.session = .init(id: session, organization: organization, effect: .skipped)
        for position in 5...6 {
            let attachment = Attachment(
                id: .random(), filename: "b.txt", mediaType: "text/plain", bytes: 1, dimensions: nil)
            let records: [ArchiveRecord] = [
                .attachment(
                    ArchivedAttachment(
                        attachment: attachment, session: session, sequence: 1, position: position, createdAt: clock.now)
                ),
                .piece(ArchivedPiece(attachment: attachment.id, position: 0, content: [1])),
            ]
            _ = try await store.archives.importBatch(
                records.enumerated().map { ($0.offset + 1, $0.element) }, at: place, now: clock.now)
        }
    }
}
