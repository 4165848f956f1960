package import Domain
import GRDB

/// The files attached to messages.
package struct AttachmentStore: Sendable {
    let connections: Connections

    /// Stores a file for a message that is yet to be sent. Removes a few expired unsent files on the way.
    ///
    /// - Parameter digest: the SHA-256 of the content.
    /// - Throws: `DomainError.conflict` when the person has as many unsent files as they may.
    package func add(
        _ draft: AttachmentDraft, digest: SecretDigest, to organization: OrganizationID, by user: UserID,
        at time: Timestamp, once: IdempotentRequest<Attachment>?
    ) async throws -> IdempotentResult<Attachment> {
        let attachment = Attachment(
            id: .random(), filename: draft.filename, mediaType: draft.mediaType, bytes: draft.content.count,
            dimensions: draft.dimensions)
        return try await connections.writeContent { db in
            try db.perform(once, at: time) {
                try AttachmentRow.sweep(at: time, limit: 10, db)
                try AttachmentRow.checkUnused(of: user, in: organization, adding: attachment.bytes, db)
                let blob = try BlobRow.insert(draft.content, digest: digest, in: organization, db)
                try AttachmentRow.insert(attachment, blob: blob, in: organization, by: user, at: time, db)
                return attachment
            }
        }
    }

    /// Removes a file that its uploader hasn't sent.
    ///
    /// - Throws: `DomainError.notFound` when there is none, `.conflict` when it belongs to a message.
    package func remove(_ id: AttachmentID, of organization: OrganizationID, by user: UserID) async throws {
        try await connections.writeContent { db in
            guard let found = try AttachmentRow.find(id, in: organization, db), found.isSent || found.uploader == user
            else { throw DomainError.noSuchAttachment }
            guard !found.isSent else {
                throw DomainError.conflict("The file is part of a message. It is deleted with the session.")
            }
            try AttachmentRow.remove(found.number, blob: found.blob, db)
        }
    }

    /// A file of one of the organization's sessions, or an unsent one of the person's own.
    ///
    /// - Parameter user: the person who requests it; `nil` for an API key.
    /// - Throws: `DomainError.notFound`, also when the session is deleted or the file's import isn't finished.
    package func file(
        _ id: AttachmentID, of organization: OrganizationID, for user: UserID?
    ) async throws -> StoredAttachment {
        try await connections.read { db in
            guard let found = try AttachmentRow.find(id, in: organization, db),
                found.isSent ? found.isSessionThere : found.uploader == user, found.isWhole
            else { throw DomainError.noSuchAttachment }
            return StoredAttachment(attachment: found.attachment, blob: BlobNumber(number: found.blob))
        }
    }

    /// The given files that the person can still send, in the given order; others are left out.
    package func unused(
        _ ids: [AttachmentID], of organization: OrganizationID, by user: UserID, at time: Timestamp
    ) async throws -> [Attachment] {
        try await connections.read { db in
            try ids.compactMap { id in
                guard let found = try AttachmentRow.find(id, in: organization, db),
                    found.isUsable(by: user, at: time)
                else { return nil }
                return found.attachment
            }
        }
    }

    /// A piece of a file's content; `nil` after the last piece, and when the file is gone.
    package func piece(_ position: Int, of blob: BlobNumber) async throws -> [UInt8]? {
        try await connections.read { try BlobRow.piece(position, of: blob.number, $0) }
    }

    /// Removes files that were not sent within a day. At most ten per call, so that other changes don't wait long for
    /// the writer.
    ///
    /// - Returns: whether there may be more.
    package func sweep(at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            let limit = 10
            return try AttachmentRow.sweep(at: time, limit: limit, db) == limit
        }
    }
}

/// A file whose content can be read.
package struct StoredAttachment: Sendable {
    package let attachment: Attachment
    package let blob: BlobNumber
}

/// Identifies a file's stored content.
package struct BlobNumber: Hashable, Sendable {
    let number: Int64
}

extension DomainError {
    fileprivate static let noSuchAttachment = DomainError.notFound("There is no such file.")
}
