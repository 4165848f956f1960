import Domain
import GRDB

/// The news of an import's batch: one event for each session that it touched, however much came in, and one for each
/// organization's numbers. Who follows a session reads the messages that its count says are new.
struct ImportEvents {
    private struct Entry {
        let session: SessionID
        let organization: OrganizationID
        let type: EventType
    }

    private var entries: [Entry] = []
    private var known: Set<SessionID> = []

    /// - Parameter type: the first that is noted of a session counts.
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
