import Domain
import GRDB

/// The import of one record.
struct RecordImport {
    var batch: ImportedBatch<ArchiveCheckpoint>
    let now: Timestamp

    mutating func add(_ record: ArchiveRecord, number: Int, _ db: Database) throws {
        switch record {
        case .header: break
        case .user(let user): try add(user, db)
        case .organization(let organization): try add(organization, db)
        case .session(let session): try add(session, db)
        case .message(let message): try add(message, number: number, db)
        case .attachment(let attachment): try add(attachment, db)
        case .piece(let piece): try add(piece, db)
        case .end: batch.checkpoint.isComplete = true
        }
    }

    /// An existing user, found by the id or else by the e-mail address, is left unchanged.
    private mutating func add(_ user: ArchivedUser, _ db: Database) throws {
        let sql = "SELECT id FROM users WHERE id = ?1 OR email = ?2 ORDER BY id <> ?1"
        if let id = try UserID.fetchOne(db, sql: sql, arguments: [user.user.id, user.user.email]) {
            batch.checkpoint.aliases[user.user.id] = id == user.user.id ? nil : id
            return
        }
        try user.insert(db)
    }

    /// An existing organization keeps its name and members.
    private mutating func add(_ archived: ArchivedOrganization, _ db: Database) throws {
        let id = archived.organization.id
        guard batch.checkpoint.target == nil else {
            guard batch.checkpoint.source ?? id == id else {
                throw DomainError.invalid("The export has several organizations; --organization works with one only.")
            }
            batch.checkpoint.source = id
            return
        }
        guard try !OrganizationRow.exists(id, db) else { return }
        try archived.insert(db)
        for member in archived.members {
            try MembershipRow.insert(
                try localUser(member.user, db), in: id, as: member.role, at: member.joinedAt, db)
        }
    }

    /// If the session exists, the newer state wins.
    private mutating func add(_ session: ArchivedSession, _ db: Database) throws {
        batch.checkpoint.session = nil
        let organization = try localOrganization(session.organization, db)
        let author = try localUser(session.author, db)
        var effect = SessionEffect.new
        if let known = try ArchivedSession.find(session.id, db) {
            guard known.organization == organization else {
                throw DomainError.conflict("A session of another organization has this id.")
            }
            effect = known.updatedAt < session.updatedAt ? .updated : .skipped
            if effect == .updated {
                try session.overwrite(known.number, in: organization, db)
                batch.events.note(.sessionUpdated, of: session.id, in: organization)
            }
        } else {
            try session.insert(in: organization, author: author, db)
            batch.events.note(.sessionCreated, of: session.id, in: organization)
        }
        batch.tally.note(effect, after: nil)
        batch.checkpoint.session = .init(id: session.id, organization: organization, effect: effect)
    }

    /// A stored line is skipped; the next one is appended.
    private mutating func add(_ message: ArchivedMessage, number: Int, _ db: Database) throws {
        guard let current = batch.checkpoint.session, current.id == message.session else {
            throw DomainError.invalid("The record of its session must come before it, but is missing or was rejected.")
        }
        let session = try SessionRow.number(of: current.id, in: current.organization, db)
        let saved = try SessionRow.summary(of: session, db)
        var summary = saved
        let line: TranscriptLine
        do throws(InvalidValue) {
            line = try TranscriptLine(json: message.json, number: number)
        } catch {
            throw DomainError.invalid("The transcript's line \(error.detail).")
        }
        guard message.sequence > summary.lastSequence else {
            guard try MessageRow.line(message.sequence, of: session, db) == line.json else {
                throw DomainError.conflict("The session has another line with the sequence \(message.sequence).")
            }
            return
        }
        guard (message.after ?? message.sequence - 1) <= summary.lastSequence else {
            throw DomainError.invalid("The transcript's lines before this one are missing.")
        }
        summary.lastSequence = message.sequence - 1
        summary.appendWithoutNaming(line)
        let author = try message.author.map { try localUser($0, db) }
        let entry = TranscriptEntry(line: line, author: author, createdAt: message.createdAt)
        var quiet = EventLog(session: current.id, organization: current.organization, time: now, isDetailed: false)
        try MessageRow.append(entry, sequence: message.sequence, to: session, &quiet, db)
        batch.events.note(.sessionUpdated, of: current.id, in: current.organization)
        try SessionRow.save(summary, replacing: saved, of: session, at: Timestamp(milliseconds: .min), db)
        batch.tally.lines += 1
        let effect = current.effect.withAddition
        batch.tally.note(effect, after: current.effect)
        batch.checkpoint.session?.effect = effect
    }

    /// An existing file is left unchanged.
    private func add(_ archived: ArchivedAttachment, _ db: Database) throws {
        let (session, organization) = try currentSession(db)
        guard archived.session == batch.checkpoint.session?.id else {
            throw DomainError.invalid("The record of its session must come before it, but is missing or was rejected.")
        }
        let known = try ArchivedAttachment.session(of: archived.attachment.id, db)
        guard known.exists else { return try archived.insert(of: session, in: organization, db) }
        guard known.session == session else { throw DomainError.conflict("Another message has a file with this id.") }
    }

    private func add(_ piece: ArchivedPiece, _ db: Database) throws {
        let (session, organization) = try currentSession(db)
        try piece.append(of: session, in: organization, db)
    }

    private func currentSession(_ db: Database) throws -> (number: Int64, organization: OrganizationID) {
        guard let current = batch.checkpoint.session else {
            throw DomainError.invalid("The record of its session must come before it, but is missing or was rejected.")
        }
        return (try SessionRow.number(of: current.id, in: current.organization, db), current.organization)
    }

    private func localUser(_ id: UserID, _ db: Database) throws -> UserID {
        let local = batch.checkpoint.aliases[id] ?? id
        let statement = try db.cachedStatement(sql: "SELECT id FROM users WHERE id = ?")
        guard try UserID.fetchOne(statement, arguments: [local]) != nil else {
            throw DomainError.invalid(
                "The record of the user \(id) must come before it, but is missing or was rejected.")
        }
        return local
    }

    private func localOrganization(_ id: OrganizationID, _ db: Database) throws -> OrganizationID {
        guard let target = batch.checkpoint.target else {
            guard try OrganizationRow.exists(id, db) else {
                throw DomainError.invalid("The record of the organization \(id) must come before it, but is missing.")
            }
            return id
        }
        guard id == batch.checkpoint.source else {
            throw DomainError.invalid(
                "The record of the organization \(id) must come before it, but is missing or was rejected.")
        }
        return target
    }
}
