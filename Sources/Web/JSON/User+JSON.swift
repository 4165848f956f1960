import Domain

extension JSONWriter {
    mutating func identityFields(_ user: User, _ memberships: [Membership]) {
        field("user") { json in
            json.object { $0.userFields(user) }
        }
        field("organizations") { json in
            json.array(memberships) { json, membership in
                json.object { json in
                    json.field("id", membership.organization.id.rawValue)
                    json.field("name", membership.organization.name)
                    json.field("role", membership.role.rawValue)
                }
            }
        }
    }

    mutating func userFields(_ user: User) {
        field("id", user.id.rawValue)
        field("name", user.name)
        field("email", user.email.description)
        field("imageUrl", user.imageURL)
    }

    mutating func apiKeyFields(_ key: APIKey) {
        field("id", key.id.rawValue)
        field("name", key.name)
        field("createdAt", key.createdAt)
        field("expiresAt", key.expiresAt)
        field("lastUsedAt", key.lastUsedAt)
        field("revokedAt", key.revokedAt)
    }
}
