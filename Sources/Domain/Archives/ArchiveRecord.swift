/// A record of an export: what the service keeps, in a form that another server can take over. Secrets are no part of
/// it: people sign in again once their password is set anew.
///
/// A record comes after those it refers to: users before the organization whose members they are, both before the
/// sessions, a session before its messages, a message before its files, and a file before its pieces.
package enum ArchiveRecord: Equatable, Sendable {
    case header(version: Int)
    case user(ArchivedUser)
    case organization(ArchivedOrganization)
    case session(ArchivedSession)
    case message(ArchivedMessage)
    case attachment(ArchivedAttachment)
    case piece(ArchivedPiece)
    /// The last record: without it the export was cut off.
    case end

    package static let format = "lodestone-export"
    /// Counts up when an older Lodestone couldn't read what is written.
    package static let currentVersion = 1
}

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
