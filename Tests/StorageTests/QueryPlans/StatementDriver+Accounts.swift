import Domain
import FoundationEssentials
import TestSupport
import Testing

@testable import Storage

extension StatementDriver {
    func useAccounts() async throws {
        let (accounts, members, now) = (store.accounts, store.members, clock.now)
        await #expect(throws: DomainError.self) {
            try await accounts.setUp(
                organization: "Other", owner: Self.user("zoe"), signingIn: Self.newBrowser, at: now)
        }
        _ = try await accounts.isSetUp()
        let bob = try Self.user("bob")
        try await accounts.add(bob, to: organization, as: .member, at: now)
        _ = try await accounts.addOrganization("Beta", owner: bob.email, at: now)
        _ = try await accounts.rename(organization, to: "Acme & Sons", at: now)
        _ = try await (accounts.organizations(), accounts.accounts(), accounts.credentials(of: bob.email))
        _ = try await accounts.apply(
            ProfileEdit(name: "Bob", image: ProfileImage("https://example.com/b.png")), to: bob.id, at: now)
        _ = try await members.members(of: organization)
        _ = try await members.lastMessages(in: organization)
        _ = try await members.assign(.owner, to: bob.id, in: organization, at: now)
        _ = try await members.assign(.member, to: bob.id, in: organization, at: now)
        try await useBrowsers(of: bob)
        try await useInvitations()
        try await useSecondFactors(of: bob)
        try await members.remove(bob.id, from: organization, at: now)
        try await accounts.disable(bob.email, at: now)
        try await accounts.resetPassword(of: bob.email, to: Self.passwordHash, at: now)
    }

    private func useBrowsers(of user: NewUser) async throws {
        let (browsers, now) = (store.browserSessions, clock.now)
        let session = try await browsers.create(Self.newBrowser, of: user.id, at: now)
        _ = try await (browsers.find(session.id, at: now), browsers.browsers(of: user.id, at: now))
        try await browsers.recordUse(of: session.id, at: now)
        _ = try await browsers.renew(session.id, with: Self.digest, at: now)
        _ = try await browsers.removeExpired(at: now)
        let known = NewKnownBrowser(id: .random(), digest: Self.digest)
        try await store.knownBrowsers.welcome(known, of: user.id, endingSession: session.id, at: now)
        _ = try await store.knownBrowsers.digest(of: known.id, for: user.email, at: now)
        try await store.knownBrowsers.forget(known.id)
        try await store.accounts.changePassword(
            of: user.id, from: Self.passwordHash, to: Self.passwordHash, keeping: session.id,
            withToken: Self.digest, at: now)
        try await browsers.deleteAll(of: user.id, but: session.id, at: now)
        _ = try await browsers.delete(session.id, of: user.id, as: .signedOut, at: now)
    }

    private func useSecondFactors(of user: NewUser) async throws {
        let (factors, now) = (store.secondFactors, clock.now)
        for _ in 0..<2 {
            try await factors.turnOn(
                .random(), usedUpTo: 1, recoveryCodes: [Self.digest], of: user.id, keeping: .random(), at: now)
            _ = try await factors.accept(of: user.id) { _, lastStep in lastStep + 1 }
            _ = try await factors.find(of: user.id)
            try await factors.renewRecoveryCodes([Self.digest], of: user.id, at: now)
            let person = User(id: user.id, name: user.name, email: user.email, imageURL: nil)
            _ = try await factors.useRecoveryCode(Self.digest, of: person, at: now)
            try await factors.reset(of: user.email, at: now)
        }
        try await factors.demand(true, in: organization, at: now)
        _ = try await factors.isDemanded(in: organization)
        try await factors.demand(false, in: organization, at: now)
    }

    private func useInvitations() async throws {
        let (invitations, now) = (store.invitations, clock.now)
        let ids = (0..<3).map { _ in InvitationID.random() }
        for id in ids {
            let draft = try InvitationDraft(
                organization: organization, role: nil, createdBy: author.id, expiresAt: nil, at: now)
            _ = try await invitations.create(
                draft, id: id, digest: Self.digest, at: now, limit: 10, once: Self.once())
        }
        _ = try await (invitations.invitations(to: organization), invitations.findPending(ids[0], at: now))
        let eve = try Self.user("eve")
        _ = try await invitations.accept(ids[0], by: eve, signingIn: Self.newBrowser, at: now)
        let joe = try Self.user("joe")
        try await store.accounts.add(joe, to: organization, as: .member, at: now)
        try await store.members.remove(joe.id, from: organization, at: now)
        _ = try await invitations.accept(ids[1], by: joe.id, at: now)
        try await invitations.revoke(ids[2], to: organization, at: now)
    }

    func useCredentials() async throws {
        let (keys, now) = (store.apiKeys, clock.now)
        let key = APIKey(
            id: .random(), organizationID: organization, name: "CI", createdAt: now, expiresAt: now + .seconds(60))
        _ = try await keys.create(key, digest: Self.digest, limit: 10, once: Self.once())
        _ = try await (keys.keys(of: organization), keys.find(key.id))
        try await keys.recordUse(of: key.id, at: now)
        try await keys.revoke(key.id, of: organization, at: now)
    }

    func useEnvironments() async throws {
        let (environments, now) = (store.environments, clock.now)
        let draft = EnvironmentDraft(
            name: "Web app", isDefault: true, repository: try Self.repository(), setupScript: "true",
            variables: try EnvironmentVariables(["MODE": "test"]))
        let id = EnvironmentID.random()
        _ = try await environments.create(draft, id: id, in: organization, at: now, limit: 10, once: Self.once())
        let token = try VariableName("TOKEN")
        try await environments.setSecret(token, to: SecretValue("swordfish"), of: id, in: organization, at: now)
        _ = try await (environments.environments(of: organization), environments.outlines(of: organization))
        _ = try await environments.find(id, in: organization)
        let session = try await createSession(on: Self.repository())
        _ = try await environments.settings(forRunOf: session)
        _ = try await environments.apply(EnvironmentEdit(name: "Other"), to: id, in: organization, at: now)
        try await environments.removeSecret(token, of: id, in: organization, at: now)
        try await environments.delete(id, in: organization, at: now)
    }

    func useAuditLog() async throws {
        let (audit, now) = (store.audit, clock.now)
        try await audit.record(.signInFailed, of: nil, at: now)
        try await audit.record(.accessRefused, of: author.id, details: ["path": "/"], at: now)
        try await audit.record(.sessionExported, in: organization, at: now)
        let filter = AuditFilter(action: .signedIn, actor: author.id.rawValue, since: now, until: now)
        _ = try await audit.events(readableIn: organization, matching: filter, before: 1000, limit: 10)
        _ = try await audit.events(readableIn: nil, limit: 10)
        _ = try await audit.prune(before: Timestamp(.now))
    }
}
