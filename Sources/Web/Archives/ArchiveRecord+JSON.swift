package import Domain
import FoundationEssentials
import NIOCore

/// Records to be written, each as a line of JSON.
struct ArchiveLines {
    private var json = JSONWriter()

    mutating func append(_ record: ArchiveRecord) {
        json.object { $0.fields(of: record) }
        json.endLine()
    }

    mutating func take() -> ByteBuffer { ByteBuffer(bytes: json.takeBytes()) }
}

extension JSONWriter {
    fileprivate mutating func fields(of record: ArchiveRecord) {
        switch record {
        case .header(let version):
            field("record", "header")
            field("format", ArchiveRecord.format)
            field("version", version)
        case .user(let user):
            field("record", "user")
            fields(of: user)
        case .organization(let organization):
            field("record", "organization")
            fields(of: organization)
        case .session(let session):
            field("record", "session")
            fields(of: session)
        case .message(let message):
            field("record", "message")
            fields(of: message)
        case .attachment(let attachment):
            field("record", "attachment")
            fields(of: attachment)
        case .piece(let piece):
            field("record", "piece")
            field("attachment", piece.attachment.rawValue)
            field("position", piece.position)
            field("content", Data(piece.content).base64EncodedString())
        case .end:
            field("record", "end")
        }
    }
}

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
        case .user: record = .user(try fields.archivedUser())
        case .organization: record = .organization(try fields.archivedOrganization())
        case .session: record = .session(try fields.archivedSession())
        case .message: record = .message(try fields.archivedMessage())
        case .attachment: record = .attachment(try fields.archivedAttachment())
        case .piece: record = .piece(try fields.archivedPiece())
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
