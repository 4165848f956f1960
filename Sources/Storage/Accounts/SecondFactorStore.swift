package import Domain
import GRDB

/// People's second factors. The key of an authenticator app is encrypted, and recovery codes are stored as digests.
package struct SecondFactorStore: Sendable {
    let connections: Connections
    let keyFile: SecretKeyFile

    /// The person's second factor; `nil` if they have none.
    package func find(of user: UserID) async throws -> SecondFactor? {
        try await connections.read { try SecondFactorRow.fetch(of: user, $0) }
    }

    /// Gives the person a second factor, and signs out their other browsers, which were signed in without it. This
    /// browser's token is renewed.
    ///
    /// - Parameters:
    ///   - step: the step of the code that proved that the app has the key. It isn't accepted again.
    ///   - codes: the digests of the recovery codes.
    /// - Throws: `DomainError.conflict` if they have one; `StorageError` when the key file can't be used.
    package func turnOn(
        _ key: AuthenticatorKey, usedUpTo step: Int, recoveryCodes codes: [SecretDigest], of user: UserID,
        keeping browser: BrowserSessionID, at time: Timestamp
    ) async throws {
        let sealed = try SecretSeal(key: await keyFile.sealingKey(connections)).seal(key, of: user)
        try await connections.writeEndingAccess { db in
            try SecondFactorRow.insert(sealed, lastStep: step, of: user, at: time, db)
            try SecondFactorRow.setRecoveryCodes(codes, of: user, db)
            try BrowserSessionRow.deleteAll(of: user, but: browser, db)
            try BrowserSessionRow.requireRenewal(of: user, db)
            try AuditRow.record(.twoFactorTurnedOn, ofUser: user, at: time, db)
        }
    }

    /// Accepts a code of the authenticator app, whose step then counts as used.
    ///
    /// - Parameter match: finds the step of the code with the key of the app, and after the last step that was used;
    ///   `nil` if there is none.
    /// - Returns: `false` without a match, and for a person without a second factor.
    /// - Throws: `StorageError` when the key can't be decrypted.
    package func accept(
        of user: UserID, matching match: @escaping @Sendable (AuthenticatorKey, Int) -> Int?
    ) async throws -> Bool {
        let seal = try keyFile.read().map { SecretSeal(key: $0) }
        let path = keyFile.path
        return try await connections.writeContent { db in
            guard let (sealed, lastStep) = try SecondFactorRow.key(of: user, db) else { return false }
            guard let seal else { throw StorageError.missingSecretKey(path: path) }
            guard let step = match(try seal.openAuthenticatorKey(sealed, of: user), lastStep), step > lastStep else {
                return false
            }
            try SecondFactorRow.setLastStep(step, of: user, db)
            return true
        }
    }

    /// Uses up a recovery code.
    ///
    /// - Returns: `false` if the person has no such code.
    package func useRecoveryCode(_ digest: SecretDigest, of user: User, at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            guard try SecondFactorRow.useRecoveryCode(digest, of: user.id, db) else { return false }
            try AuditRow.record(.recoveryCodeUsed, byUser: user, at: time, db)
            return true
        }
    }

    /// Replaces the person's recovery codes.
    ///
    /// - Throws: `DomainError.conflict` for a person without a second factor.
    package func renewRecoveryCodes(_ digests: [SecretDigest], of user: UserID, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            guard try SecondFactorRow.fetch(of: user, db) != nil else { throw DomainError.noSecondFactor }
            try SecondFactorRow.setRecoveryCodes(digests, of: user, db)
            try AuditRow.record(.recoveryCodesRenewed, ofUser: user, at: time, db)
        }
    }

    /// - Throws: `DomainError.conflict` for a person without a second factor.
    package func turnOff(of user: UserID, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            try SecondFactorRow.delete(of: user, db)
            try AuditRow.record(.twoFactorTurnedOff, ofUser: user, at: time, db)
        }
    }

    /// Removes the second factor of a person who has lost it, and signs out all their browsers.
    ///
    /// - Throws: `DomainError.notFound` when no user has the e-mail address, `.conflict` for a person without a second
    ///   factor.
    package func reset(of email: EmailAddress, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            let user = try UserRow.id(of: email, db)
            try SecondFactorRow.delete(of: user, db)
            try BrowserSessionRow.deleteAll(of: user, db)
            try AuditRow.record(.twoFactorReset, ofUser: user, at: time, db)
        }
    }

    /// Whether the owners of an organization need a second factor.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func isDemanded(in organization: OrganizationID) async throws -> Bool {
        try await connections.read { try OrganizationRow.demandsSecondFactor(organization, $0) }
    }

    /// Sets whether the owners of an organization need a second factor.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func demand(_ isDemanded: Bool, in organization: OrganizationID, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            guard try OrganizationRow.demandsSecondFactor(organization, db) != isDemanded else { return }
            try db.execute(
                sql: "UPDATE organizations SET owners_need_second_factor = ? WHERE id = ?",
                arguments: [isDemanded, organization])
            try AuditRow.record(
                .twoFactorDemandChanged, in: organization, details: ["owners": isDemanded ? "required" : "optional"],
                at: time, db)
        }
    }
}

extension OrganizationRow {
    /// - Throws: `DomainError.notFound` for an unknown organization.
    fileprivate static func demandsSecondFactor(_ id: OrganizationID, _ db: Database) throws -> Bool {
        let sql = "SELECT owners_need_second_factor FROM organizations WHERE id = ?"
        guard let isDemanded = try Bool.fetchOne(db, sql: sql, arguments: [id]) else {
            throw DomainError.notFound("There is no organization \(id).")
        }
        return isDemanded
    }
}
