import Domain

extension AuditAction {
    /// What happened, as the page says it.
    var words: String {
        switch self {
        case .signedIn: "Signed in"
        case .signInFailed: "Sign-in failed"
        case .signedOut: "Signed out"
        case .browserSignedOut: "Signed out a browser"
        case .accessRefused: "Access refused"
        case .userAdded: "Account created"
        case .userDisabled: "Account disabled"
        case .profileChanged: "Profile changed"
        case .passwordChanged: "Password changed"
        case .passwordReset: "Password reset"
        case .twoFactorTurnedOn: "Two-factor authentication turned on"
        case .twoFactorTurnedOff: "Two-factor authentication turned off"
        case .twoFactorCodeFailed: "Two-factor code refused"
        case .recoveryCodeUsed: "Recovery code used"
        case .recoveryCodesRenewed: "Recovery codes renewed"
        case .twoFactorReset: "Two-factor authentication reset"
        case .organizationCreated: "Organization created"
        case .organizationRenamed: "Organization renamed"
        case .networkChanged: "Network access changed"
        case .twoFactorDemandChanged: "Two-factor requirement changed"
        case .memberJoined: "Member joined"
        case .memberRoleChanged: "Role changed"
        case .memberRemoved: "Member removed"
        case .invitationCreated: "Invitation created"
        case .invitationRevoked: "Invitation revoked"
        case .keyCreated: "API key created"
        case .keyRevoked: "API key revoked"
        case .runnerTokenCreated: "Runner token created"
        case .runnerTokenRevoked: "Runner token revoked"
        case .environmentCreated: "Environment created"
        case .environmentChanged: "Environment changed"
        case .environmentDeleted: "Environment deleted"
        case .secretSet: "Secret set"
        case .secretRemoved: "Secret removed"
        case .hostAllowed: "Host allowed"
        case .sessionDeleted: "Session deleted"
        case .sessionExported: "Session exported"
        case .organizationExported: "Organization exported"
        case .organizationImported: "Organization imported"
        }
    }
}
