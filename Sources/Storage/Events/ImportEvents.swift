import Domain
import GRDB

/// The events of an import's batch: one event per session changed, however many lines were added, and one statistics
/// event per organization. Followers of a session fetch the messages that its count shows as new.
struct ImportEvents {
    private struct Entry {
        let session: SessionID
        let organization: OrganizationID
        let type: EventType
    }

    private var entries: [Entry] = []
    private var known: Set<SessionID> = []

    /// - Parameter type: only the first type noted for a session is used.
    mutating func note(_ type: EventType, of session: SessionID, in organization: OrganizationID) {
        guard known.insert(session).inserted else { return }
        entries.append(Entry(session: session, organization: organization, type: type))
    }

    func write(at time: Timestamp, _ db: Database) throws {
        var lastSessions: [OrganizationID: SessionID] = [:]
        for entry in entries {
            try EventLog.write(entry.type, of: entry.session, in: entry.organization, at: time, db)
            lastSessions[entry.organization] = entry.session
        }
        for (organization, session) in lastSessions {
            try EventLog.write(.statsChanged, of: session, in: organization, at: time, db)
        }
    }
}
