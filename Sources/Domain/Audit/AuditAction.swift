/// What an entry of the audit log records. The raw value is what the API, the export and the database show.
package enum AuditAction: String, CaseIterable, Codable, Sendable {
    case signedIn = "auth.signed_in"
    /// A wrong password or code. Attempts that the rate limits refuse aren't recorded.
    case signInFailed = "auth.sign_in_failed"
    case signedOut = "auth.signed_out"
    /// A person signed out another of their browsers.
    case browserSignedOut = "auth.browser_signed_out"
    /// A signed-in person or a key tried something that their role doesn't allow.
    case accessRefused = "auth.access_refused"

    case userAdded = "user.added"
    case userDisabled = "user.disabled"
    case profileChanged = "user.profile_changed"
    case passwordChanged = "user.password_changed"
    /// An administrator's command set a new password and enabled the user.
    case passwordReset = "user.password_reset"

    case organizationCreated = "organization.created"
    case organizationRenamed = "organization.renamed"
    case networkChanged = "organization.network_changed"

    case memberJoined = "member.joined"
    case memberRoleChanged = "member.role_changed"
    /// An owner removed a member, or the member left.
    case memberRemoved = "member.removed"

    case invitationCreated = "invitation.created"
    case invitationRevoked = "invitation.revoked"

    case keyCreated = "key.created"
    case keyRevoked = "key.revoked"

    case environmentCreated = "environment.created"
    case environmentChanged = "environment.changed"
    case environmentDeleted = "environment.deleted"
    case secretSet = "secret.set"
    case secretRemoved = "secret.removed"
    /// A host was added to the allowed ones from a session's page.
    case hostAllowed = "network.host_allowed"

    case sessionDeleted = "session.deleted"
    case sessionExported = "session.exported"
    /// An administrator's command exported an organization.
    case organizationExported = "organization.exported"
    case organizationImported = "organization.imported"
}
