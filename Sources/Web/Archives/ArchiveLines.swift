import Domain
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

    private mutating func fields(of user: ArchivedUser) {
        field("id", user.user.id.rawValue)
        field("name", user.user.name)
        field("email", user.user.email.description)
        field("imageUrl", user.user.imageURL)
        field("createdAt", user.createdAt)
        field("disabledAt", user.disabledAt)
    }

    private mutating func fields(of organization: ArchivedOrganization) {
        field("id", organization.organization.id.rawValue)
        field("name", organization.organization.name)
        field("createdAt", organization.createdAt)
        field("members") { json in
            json.array(organization.members) { json, member in
                json.object { json in
                    json.field("user", member.user.rawValue)
                    json.field("role", member.role.rawValue)
                    json.field("joinedAt", member.joinedAt)
                }
            }
        }
    }

    private mutating func fields(of session: ArchivedSession) {
        field("id", session.id.rawValue)
        field("organization", session.organization.rawValue)
        field("author", session.author.rawValue)
        field("title", session.title)
        field("titleSource", session.titleSource.rawValue)
        field("status", session.status.rawValue)
        field("failure", session.failure)
        field("model", session.model)
        if session.effort != .standard { field("effort", session.effort.rawValue) }
        if session.mode != .auto { field("mode", session.mode.rawValue) }
        field("repository", session.repository?.url.description)
        field("baseBranch", session.repository?.baseBranch.description)
        field("branch", session.branch)
        field("agentSessionId", session.agentSessionID)
        field("createdAt", session.createdAt)
        field("updatedAt", session.updatedAt)
        field("archivedAt", session.archivedAt)
        field("tasks") { $0.array(session.tasks) { $0.task($1) } }
        field("pullRequests") { $0.array(session.pullRequests) { $0.archivedPullRequest($1) } }
        field("currentPullRequest", session.currentPullRequest?.description)
    }

    private mutating func archivedPullRequest(_ pullRequest: PullRequest) {
        object { json in
            json.field("number", pullRequest.number)
            json.field("url", pullRequest.url.description)
            json.field("status", pullRequest.status.rawValue)
            json.field("mergedAt", pullRequest.mergedAt)
        }
    }

    private mutating func fields(of archived: ArchivedAttachment) {
        field("id", archived.attachment.id.rawValue)
        field("session", archived.session.rawValue)
        field("sequence", archived.sequence)
        field("position", archived.position)
        field("filename", archived.attachment.filename)
        field("mediaType", archived.attachment.mediaType)
        field("bytes", archived.attachment.bytes)
        if let dimensions = archived.attachment.dimensions {
            field("width", dimensions.width)
            field("height", dimensions.height)
        }
        field("createdAt", archived.createdAt)
    }

    private mutating func fields(of message: ArchivedMessage) {
        field("session", message.session.rawValue)
        field("sequence", message.sequence)
        if let after = message.after { field("after", after) }
        field("author", message.author?.rawValue)
        field("createdAt", message.createdAt)
        field("line") { $0.raw(message.json.utf8) }
    }
}
