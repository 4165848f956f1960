/// What an entry of the audit log records. The raw value is what the API, the export and the database show.
package enum AuditAction: String, CaseIterable, Codable, Sendable {
    case signedIn = "auth.signed_in"
    /// A wrong password. Attempts that the rate limits refuse aren't recorded.
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

    case twoFactorTurnedOn = "two_factor.turned_on"
    case twoFactorTurnedOff = "two_factor.turned_off"
    /// A wrong code, or one that was used before. Attempts that the rate limits refuse aren't recorded.
    case twoFactorCodeFailed = "two_factor.code_failed"
    case recoveryCodeUsed = "two_factor.recovery_code_used"
    case recoveryCodesRenewed = "two_factor.recovery_codes_renewed"
    /// An administrator's command turned it off.
    case twoFactorReset = "two_factor.reset"

    case organizationCreated = "organization.created"
    case organizationRenamed = "organization.renamed"
    case networkChanged = "organization.network_changed"
    /// Whether owners need two-factor authentication.
    case twoFactorDemandChanged = "organization.two_factor_changed"

    case memberJoined = "member.joined"
    case memberRoleChanged = "member.role_changed"
    /// An owner removed a member, or the member left.
    case memberRemoved = "member.removed"

    case invitationCreated = "invitation.created"
    case invitationRevoked = "invitation.revoked"

    case keyCreated = "key.created"
    case keyRevoked = "key.revoked"

    case runnerTokenCreated = "runner_token.created"
    case runnerTokenRevoked = "runner_token.revoked"

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
