package import Domain
import FoundationEssentials

extension ArchiveRecord {
    /// Reads a line of an export.
    ///
    /// - Throws: `DomainError.invalid` that says what is wrong with it. A header of a newer format is not an error
    ///   here.
    package init(json: String) throws {
        do {
            self = try JSONDecoder().decode(RecordBody.self, from: Data(json.utf8)).record
        } catch is DecodingError {
            throw DomainError.invalid("is not a JSON object")
        }
        if case .message(let message) = self {
            guard let line = JSONMember.value(of: "line", in: json) else {
                throw DomainError.invalid(fields: [FieldError("line", "is required")])
            }
            self = .message(message.withLine(line))
        }
    }
}

extension ArchivedMessage {
    fileprivate func withLine(_ json: String) -> Self {
        ArchivedMessage(
            session: session, sequence: sequence, after: after, author: author, createdAt: createdAt, json: json)
    }
}

/// A record's fields, except the line of a message, which has to stay byte for byte as it is.
private struct RecordBody: Decodable {
    let record: ArchiveRecord

    private enum Kind: String, CaseIterable {
        case header, user, organization, session, message, attachment, piece, end
    }

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("record")
        let givenKind = fields.choice("record", Kind.self)
        switch try fields.finish(givenKind) {
        case .header: record = .header(version: try fields.version())
        case .user: record = .user(try fields.user())
        case .organization: record = .organization(try fields.organization())
        case .session: record = .session(try fields.session())
        case .message: record = .message(try fields.message())
        case .attachment: record = .attachment(try fields.attachment())
        case .piece: record = .piece(try fields.piece())
        case .end: record = .end
        }
    }
}

extension BodyFields {
    fileprivate mutating func version() throws -> Int {
        require("format", "version")
        let format = text("format")
        let version = integer("version")
        let (name, number) = try finish(format, version)
        guard name == ArchiveRecord.format else {
            throw DomainError.invalid("is the header of a different format, \(name)")
        }
        return number
    }

    fileprivate mutating func user() throws -> ArchivedUser {
        require("id", "name", "email", "createdAt")
        let givenID: UserID? = identifier("id")
        let givenName = line("name", maximum: 200)
        let givenEmail = text("email", EmailAddress.init(_:))
        let givenTime = time("createdAt")
        let imageURL = text("imageUrl") { text throws(InvalidValue) in
            guard text.hasPrefix("https://"), text.utf8.count > 8 else {
                throw InvalidValue("must be an https address")
            }
            return text
        }
        let disabledAt = time("disabledAt")
        let (id, name, email, createdAt) = try finish(givenID, givenName, givenEmail, givenTime)
        let user = User(id: id, name: name, email: email, imageURL: imageURL)
        return ArchivedUser(user: user, createdAt: createdAt, disabledAt: disabledAt)
    }

    fileprivate mutating func organization() throws -> ArchivedOrganization {
        require("id", "name", "createdAt", "members")
        let givenID: OrganizationID? = identifier("id")
        let givenName = line("name", maximum: 200)
        let givenTime = time("createdAt")
        let givenMembers = list("members", MemberBody.self)
        let (id, name, createdAt, members) = try finish(givenID, givenName, givenTime, givenMembers)
        return ArchivedOrganization(
            organization: Organization(id: id, name: name), createdAt: createdAt, members: members.map(\.member))
    }

    /// The widest gap before a message's sequence: how many messages in a row may have been taken back.
    private static let widestGap = 1_000_000

    fileprivate mutating func message() throws -> ArchivedMessage {
        require("session", "sequence", "createdAt", "line")
        let givenSession: SessionID? = identifier("session")
        let givenSequence = integer("sequence")
        let after = integer("after")
        if let after, let givenSequence, !(1...Self.widestGap).contains(givenSequence - max(0, after)) {
            fail("after", "must be a sequence shortly before the message's own")
        }
        let author: UserID? = identifier("author")
        let givenTime = time("createdAt")
        let (session, sequence, createdAt) = try finish(givenSession, givenSequence, givenTime)
        return ArchivedMessage(
            session: session, sequence: sequence, after: after, author: author, createdAt: createdAt, json: "")
    }

    /// An id: its prefix, then only letters and digits; `nil` when it is absent or wrong.
    mutating func identifier<Entity>(_ name: String) -> Identifier<Entity>? {
        text(name) { text throws(InvalidValue) in
            guard let id = Identifier<Entity>(checking: text) else {
                throw InvalidValue("must be an id that starts with \(Entity.identifierPrefix)")
            }
            return id
        }
    }

    mutating func line(_ name: String, maximum: Int) -> String? {
        text(name) { text throws(InvalidValue) in try PlainText.line(text, maximum: maximum) }
    }
}

private struct MemberBody: Decodable {
    let member: ArchivedOrganization.Member

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("user", "role", "joinedAt")
        let givenUser: UserID? = fields.identifier("user")
        let givenRole = fields.choice("role", Role.self)
        let givenTime = fields.time("joinedAt")
        let (user, role, joinedAt) = try fields.finish(givenUser, givenRole, givenTime)
        member = ArchivedOrganization.Member(user: user, role: role, joinedAt: joinedAt)
    }
}
