import Domain
import FoundationEssentials
import GRDB

/// An entry of the audit log, with the organizations whose owners may read it.
enum AuditRow {
    /// Records an action within an organization, in the transaction of the action.
    ///
    /// - Parameter organization: `nil` for an action that belongs to none. Only the administrator's command shows it.
    static func record(
        _ action: AuditAction, in organization: OrganizationID?, subject: AuditSubject? = nil,
        details: [String: String] = [:], at time: Timestamp, _ db: Database
    ) throws {
        try insert(action, visibleIn: organization.map { [$0] } ?? [], subject: subject, details: details, at: time, db)
    }

    /// Records an action that concerns a person as a whole. The owners of each of their organizations can read it.
    static func record(
        _ action: AuditAction, ofUser user: UserID, details: [String: String] = [:], at time: Timestamp,
        _ db: Database
    ) throws {
        let organizations = try OrganizationID.fetchAll(
            db, sql: "SELECT organization_id FROM memberships WHERE user_id = ?", arguments: [user])
        try insert(
            action, visibleIn: organizations, subject: UserRow.subject(user, db), details: details, at: time, db)
    }

    /// Records an action of a person about themselves who wasn't signed in when the request came.
    static func record(_ action: AuditAction, byUser user: User, at time: Timestamp, _ db: Database) throws {
        let origin = AuditOrigin.current
        guard case .visitor = origin.actor else { return try record(action, ofUser: user.id, at: time, db) }
        try AuditOrigin.$current.withValue(origin.acting(as: .user(user.id, name: user.name))) {
            try record(action, ofUser: user.id, at: time, db)
        }
    }

    private static func insert(
        _ action: AuditAction, visibleIn organizations: [OrganizationID], subject: AuditSubject?,
        details: [String: String], at time: Timestamp, _ db: Database
    ) throws {
        let origin = AuditOrigin.current
        let actor = AuditEvent.Actor(origin.actor)
        let client = origin.client
        try db.execute(
            sql: """
                INSERT INTO audit_events
                    (action, actor_kind, actor_id, actor_name, subject_id, subject_name, details, address, browser, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                action, actor.kind, actor.id, actor.name, subject?.id, subject?.name, try json(details),
                client?.address?.description, client?.browser, time,
            ])
        let number = db.lastInsertedRowID
        for organization in organizations {
            try db.execute(
                sql: "INSERT INTO audit_readers (organization_id, event_number) VALUES (?, ?)",
                arguments: [organization, number])
        }
    }

    private static func json(_ details: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }

    static let selection = Selection(AuditColumns.init)
}

/// The columns of an entry in queries of `audit_events e`.
struct AuditColumns {
    private let number: SelectedColumn
    private let action: SelectedColumn
    private let actorKind: SelectedColumn
    private let actorID: SelectedColumn
    private let actorName: SelectedColumn
    private let subjectID: SelectedColumn
    private let subjectName: SelectedColumn
    private let details: SelectedColumn
    private let address: SelectedColumn
    private let browser: SelectedColumn
    private let createdAt: SelectedColumn

    init(_ list: inout ColumnList) {
        number = list.add("e.number")
        action = list.add("e.action")
        actorKind = list.add("e.actor_kind")
        actorID = list.add("e.actor_id")
        actorName = list.add("e.actor_name")
        subjectID = list.add("e.subject_id")
        subjectName = list.add("e.subject_name")
        details = list.add("e.details")
        address = list.add("e.address")
        browser = list.add("e.browser")
        createdAt = list.add("e.created_at")
    }

    func event(from row: Row) throws -> AuditEvent {
        let subject: String? = try row[subjectID]
        return try AuditEvent(
            number: row[number], action: row[action],
            actor: AuditEvent.Actor(kind: row[actorKind], id: row[actorID], name: row[actorName]),
            subject: subject.map { AuditSubject(id: $0, name: try row[subjectName]) },
            details: JSONDecoder().decode([String: String].self, from: Data((row[details] as String).utf8)),
            address: row[address], browser: row[browser], createdAt: row[createdAt])
    }
}

extension AuditEvent.Actor {
    fileprivate init(_ actor: AuditOrigin.Actor) {
        switch actor {
        case .server: self.init(kind: .server, id: nil, name: nil)
        case .administrator: self.init(kind: .administrator, id: nil, name: nil)
        case .visitor: self.init(kind: .visitor, id: nil, name: nil)
        case .user(let id, let name): self.init(kind: .user, id: id.rawValue, name: name)
        case .apiKey(let id, let name): self.init(kind: .apiKey, id: id.rawValue, name: name)
        }
    }
}
