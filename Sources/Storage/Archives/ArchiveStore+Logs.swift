package import Domain
import GRDB

extension ArchiveStore {
    /// How to treat a new conversation when a batch has too little data to create its session.
    package enum Incomplete: Sendable {
        /// Its lines wait for the next batch.
        case waits
        /// The session is created with the available data; a conversation without a message is dropped.
        case isCreated
    }

    /// Imports lines of Claude Code's own logs: new lines are appended to the session of their conversation, which is
    /// created if there is none.
    ///
    /// - Parameters:
    ///   - author: the person who had the conversations and typed the prompts.
    ///   - time: the time of lines in a file without any time.
    ///   - now: the time of the events.
    /// - Throws: `DomainError.notFound`, `.invalid` unless the author is a member of the organization.
    package func importBatch(
        _ lines: [LogLine], at checkpoint: ConversationCheckpoint, for organization: OrganizationID,
        author: EmailAddress,
        orAt time: Timestamp, incomplete: Incomplete, now: Timestamp
    ) async throws -> ImportedBatch<ConversationCheckpoint> {
        try await connections.write { db in
            try OrganizationRow.require(organization, db)
            let author = try MembershipRow.member(author, of: organization, db)
            var batch = ImportedBatch(checkpoint: checkpoint)
            var order: [String] = []
            let conversations = Dictionary(grouping: lines) { line in
                if !order.contains(line.conversation) { order.append(line.conversation) }
                return line.conversation
            }
            for id in order {
                var conversation = ConversationImport(
                    id: id, organization: organization, author: author, fallback: time, now: now, batch: batch)
                try conversation.add(conversations[id] ?? [], incomplete: incomplete, db)
                batch = conversation.batch
            }
            try batch.events.write(at: now, db)
            return batch
        }
    }
}
