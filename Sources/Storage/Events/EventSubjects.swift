import Domain
import GRDB

/// Looks up the subjects of log entries, once for all entries of a batch with the same session.
struct EventSubjects {
    let now: Timestamp
    let countedStats: CountedStats
    private var numbers: [SessionID: Int64?] = [:]
    private var sessions: [Int64: Session] = [:]

    init(now: Timestamp, countedStats: CountedStats) {
        self.now = now
        self.countedStats = countedStats
    }

    /// - Parameter name: the sequence number of a message, or the id of a task or request.
    /// - Returns: `nil` for a subject that is gone, and for a removed task that exists again.
    mutating func subject(
        of type: EventType, named name: String?, session id: SessionID, organization: OrganizationID, _ db: Database
    ) throws -> Event.Subject? {
        switch type {
        case .sessionDeleted: return .deletedSession
        case .runUpdated:
            guard let number = try number(of: id, in: organization, db) else { return nil }
            return try RunRow.fetch(number, db).map(Event.Subject.run)
        case .statsChanged: return .stats(try countedStats.stats(of: organization, at: now, db).stats)
        case .sessionCreated, .sessionUpdated:
            guard let number = try number(of: id, in: organization, db) else { return nil }
            return .session(try session(number, db))
        case .requestCreated, .requestAnswered, .requestWithdrawn:
            guard let number = try number(of: id, in: organization, db), let name else { return nil }
            return try RequestRow.fetch(RequestID(rawValue: name), of: number, db).map(Event.Subject.request)
        case .messageAppended:
            guard let number = try number(of: id, in: organization, db), let name, let sequence = Int(name) else {
                return nil
            }
            return try MessageRow.message(sequence, of: number, db).map(Event.Subject.message)
        case .messageWithdrawn: return name.flatMap(Int.init).map(Event.Subject.withdrawnMessage)
        case .taskUpdated:
            guard let number = try number(of: id, in: organization, db), let name else { return nil }
            return try TaskRow.task(name, of: number, db).map(Event.Subject.task)
        case .taskRemoved:
            guard let number = try number(of: id, in: organization, db), let name else { return nil }
            return try TaskRow.task(name, of: number, db) == nil ? .removedTask(name) : nil
        }
    }

    private mutating func number(
        of id: SessionID, in organization: OrganizationID, _ db: Database
    ) throws -> Int64? {
        if let known = numbers[id] { return known }
        let number = try SessionRow.find(id, in: organization, db)
        numbers[id] = .some(number)
        return number
    }

    private mutating func session(_ number: Int64, _ db: Database) throws -> Session {
        if let known = sessions[number] { return known }
        let session = try SessionRow.fetch(number, db)
        sessions[number] = session
        return session
    }
}
