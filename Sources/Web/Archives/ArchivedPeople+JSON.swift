import Domain

/// The records of users and organizations.
extension JSONWriter {
    mutating func fields(of user: ArchivedUser) {
        field("id", user.user.id.rawValue)
        field("name", user.user.name)
        field("email", user.user.email.description)
        field("imageUrl", user.user.imageURL)
        field("createdAt", user.createdAt)
        field("disabledAt", user.disabledAt)
    }

    mutating func fields(of organization: ArchivedOrganization) {
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
}

extension BodyFields {
    mutating func archivedUser() throws -> ArchivedUser {
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

    mutating func archivedOrganization() throws -> ArchivedOrganization {
        require("id", "name", "createdAt", "members")
        let givenID: OrganizationID? = identifier("id")
        let givenName = line("name", maximum: 200)
        let givenTime = time("createdAt")
        let givenMembers = list("members", MemberBody.self)
        let (id, name, createdAt, members) = try finish(givenID, givenName, givenTime, givenMembers)
        return ArchivedOrganization(
            organization: Organization(id: id, name: name), createdAt: createdAt, members: members.map(\.member))
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
