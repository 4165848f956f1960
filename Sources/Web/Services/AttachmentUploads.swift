import Crypto
import Domain
import Hummingbird
import NIOCore
import Storage
import Threads

/// Checks and stores the files that a person uploads for a message.
struct AttachmentUploads: Sendable {
    /// The threads on which files are checked: a large file takes a while.
    private static let threads = WorkerThreads(count: 2)

    let services: Services
    let organization: OrganizationID
    let user: UserID

    /// A file that may be stored, and the SHA-256 digest of its content.
    struct Checked: Sendable {
        let draft: AttachmentDraft
        let digest: SecretDigest
    }

    /// - Throws: `AttachmentRefusal` for a file that may not be stored.
    func check(
        _ content: AttachmentContent, named filename: String, _ mediaType: String?
    ) async throws(AttachmentRefusal) -> Checked {
        try await Self.threads.run { () throws(AttachmentRefusal) in
            let draft = try AttachmentDraft(filename: filename, mediaType: mediaType, content: content)
            var hash = SHA256()
            for piece in content.pieces { hash.update(data: piece) }
            return Checked(draft: draft, digest: SecretDigest(bytes: Array(hash.finalize())))
        }
    }

    func store(_ file: Checked, once: IdempotentRequest<Attachment>?) async throws -> IdempotentResult<Attachment> {
        try await services.store.attachments.add(
            file.draft, digest: file.digest, to: organization, by: user, at: services.clock.now(), once: once)
    }
}
