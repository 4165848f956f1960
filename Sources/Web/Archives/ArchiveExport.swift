package import Domain
package import NIOCore
package import Storage

/// Writes an export: NDJSON with one record per line, always in the same order and with the same fields, so that a file
/// that is imported into an empty server and exported again has the same bytes.
///
/// It is read and written in batches. Data that grows meanwhile is written as it was when its turn came: a session's
/// row and the number of its lines are read at the same moment, and no line after that number is written.
package struct ArchiveExport: Sendable {
    package typealias Write = (ByteBuffer) async throws -> Void

    private let archives: ArchiveStore

    package init(_ store: DataStore) {
        archives = store.archives
    }

    /// Writes everything that belongs to the organizations.
    ///
    /// - Parameter isWhole: whether these are all organizations of the server; users who belong to none are then
    ///   included.
    package func write(_ organizations: [ArchivedOrganization], isWhole: Bool, to write: Write) async throws {
        var users = Set<UserID>()
        var lines = ArchiveLines()
        lines.append(.header(version: ArchiveRecord.currentVersion))
        for user in try await archives.users(of: isWhole ? nil : organizations.map(\.organization.id)) {
            users.insert(user.user.id)
            lines.append(.user(user))
        }
        for organization in organizations { lines.append(.organization(organization)) }
        try await write(lines.take())
        for organization in organizations.map(\.organization.id) {
            var place: SessionCursor?
            while let (session, lastSequence) = try await archives.session(after: place, of: organization) {
                try await self.write(session, upTo: lastSequence, &users, to: write)
                place = SessionCursor(rank: 0, time: session.createdAt, id: session.id)
            }
        }
        try await writeEnd(to: write)
    }

    /// Writes one session, with those parts of its organization and those users that another server needs to import it.
    func write(
        _ session: ArchivedSession, of organization: ArchivedOrganization, upTo lastSequence: Int, to write: Write
    ) async throws {
        var users = Set<UserID>()
        var lines = ArchiveLines()
        lines.append(.header(version: ArchiveRecord.currentVersion))
        try await append(session.author, to: &lines, &users)
        lines.append(.organization(organization))
        try await write(lines.take())
        try await self.write(session, upTo: lastSequence, &users, to: write)
        try await writeEnd(to: write)
    }

    private func write(
        _ session: ArchivedSession, upTo lastSequence: Int, _ users: inout Set<UserID>, to write: Write
    ) async throws {
        var lines = ArchiveLines()
        try await append(session.author, to: &lines, &users)
        lines.append(.session(session))
        var next = 1
        while next <= lastSequence {
            let messages = try await archives.messages(of: session.id, in: next...lastSequence)
            guard let last = messages.last else { break }
            var files = try await archives.attachments(of: session.id, in: next...last.sequence)[...]
            for message in messages {
                if let author = message.author { try await append(author, to: &lines, &users) }
                lines.append(.message(message))
                while let file = files.first, file.attachment.sequence == message.sequence {
                    files.removeFirst()
                    lines.append(.attachment(file.attachment))
                    try await self.write(file.blob, of: file.attachment.attachment.id, &lines, to: write)
                }
            }
            try await write(lines.take())
            next = last.sequence + 1
        }
        try await write(lines.take())
    }

    /// Writes a file's bytes, with no more than one piece in memory.
    private func write(
        _ blob: BlobNumber, of attachment: AttachmentID, _ lines: inout ArchiveLines, to write: Write
    ) async throws {
        var position = 0
        while let content = try await archives.piece(position, of: blob) {
            lines.append(.piece(ArchivedPiece(attachment: attachment, position: position, content: content)))
            try await write(lines.take())
            position += 1
        }
    }

    /// Writes a user before the first record that refers to them.
    private func append(_ id: UserID, to lines: inout ArchiveLines, _ users: inout Set<UserID>) async throws {
        guard users.insert(id).inserted, let user = try await archives.user(id) else { return }
        lines.append(.user(user))
    }

    private func writeEnd(to write: Write) async throws {
        var lines = ArchiveLines()
        lines.append(.end)
        try await write(lines.take())
    }
}
