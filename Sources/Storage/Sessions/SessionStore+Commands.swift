package import Domain
import GRDB

extension SessionStore {
    /// The slash commands for a message to a session's agent: those that this agent listed, or else the latest other
    /// agent that worked on the repository.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func commands(of id: SessionID, in organization: OrganizationID) async throws -> [String] {
        try await connections.read { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            if let known = try AgentStartRow.commands(of: record.number, db) { return known }
            guard let repository = record.session.repository else { return [] }
            return try AgentStartRow.commands(for: repository.url, in: organization, db)
        }
    }

    /// The slash commands for a new session that will work on a repository.
    package func commands(for repository: RepositoryURL, in organization: OrganizationID) async throws -> [String] {
        try await connections.read { try AgentStartRow.commands(for: repository, in: organization, $0) }
    }
}
