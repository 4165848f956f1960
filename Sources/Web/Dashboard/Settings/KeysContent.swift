import Domain

/// The content of `keys.mustache`.
struct KeysContent {
    let head: SettingsHead
    let made: NewSecret?
    let formPath: String
    let keyName: FormField
    let expiry: ChoiceField
    let valid: [KeyItem]
    let ended: [KeyItem]
}

extension NewSecret {
    init(_ key: APIKey, _ token: SecretToken, at address: PublicAddress) {
        self.init(
            kind: "key", label: key.name, secret: token.text, lead: "Try it:",
            command: "curl -H 'x-api-key: \(token.text)' '\(address.url("/api/sessions?limit=5"))'")
    }
}

struct KeyItem {
    let label: String
    let state: String
    let created: ShownTime
    let used: ShownTime?
    let expires: ShownTime?
    /// `nil` for a key that is expired or revoked.
    let revokePath: String?

    init(_ key: APIKey, at time: Timestamp) {
        label = key.name
        state = key.revokedAt == nil ? "expired" : "revoked"
        created = ShownTime(key.createdAt, now: time)
        used = key.lastUsedAt.map { ShownTime($0, now: time) }
        expires = key.expiresAt.map { ShownTime($0, now: time) }
        revokePath =
            key.isValid(at: time) ? "\(key.organizationID.keysPath)/\(key.id.rawValue)/revoke" : nil
    }
}
