/// One record of an export, from which another server can restore the service's data. Secrets are left out: users
/// cannot sign in until their passwords are set again.
///
/// Every record comes after the records it refers to: users before the organization they are members of, both before
/// the sessions, a session before its messages, a message before its attachments, an attachment before its pieces.
package enum ArchiveRecord: Equatable, Sendable {
    case header(version: Int)
    case user(ArchivedUser)
    case organization(ArchivedOrganization)
    case session(ArchivedSession)
    case message(ArchivedMessage)
    case attachment(ArchivedAttachment)
    case piece(ArchivedPiece)
    /// The last record. If it is missing, the export was cut off.
    case end

    /// The value of the header that identifies an export's format.
    package static let format = "lodestone-export"
    /// Incremented when the format changes so that an older Lodestone could not read it.
    package static let currentVersion = 1
}

/// A user without password and sign-ins.
package struct ArchivedUser: Equatable, Sendable {
    package let user: User
    package let createdAt: Timestamp
    package let disabledAt: Timestamp?

    package init(user: User, createdAt: Timestamp, disabledAt: Timestamp?) {
        self.user = user
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }
}

/// An organization with its members, without keys, invitations and environments.
package struct ArchivedOrganization: Equatable, Sendable {
    package struct Member: Equatable, Sendable {
        package let user: UserID
        package let role: Role
        package let joinedAt: Timestamp

        package init(user: UserID, role: Role, joinedAt: Timestamp) {
            self.user = user
            self.role = role
            self.joinedAt = joinedAt
        }
    }

    package let organization: Organization
    package let createdAt: Timestamp
    package let members: [Member]

    package init(organization: Organization, createdAt: Timestamp, members: [Member]) {
        self.organization = organization
        self.createdAt = createdAt
        self.members = members
    }
}
