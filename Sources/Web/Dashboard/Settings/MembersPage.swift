import Domain
import Hummingbird
import Storage

extension SettingsPages {
    /// `GET …/settings/members`
    func showMembers(_ call: Call<Owner>) async throws -> Response {
        try await membersPage(for: call.identity, notice: call.notice()).response()
    }

    /// `POST …/settings/members/{user}/role`
    func assignRole(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let member = try await services.store.members.assign(
                form.body(RoleBody.self).role, to: call.userID, in: owner.organization, at: services.clock.now())
            // Owners who become members have no access to this page any more.
            guard member.user.id != owner.browser.user.id || member.role == .owner else {
                return .seeOther(owner.organization.sessionsPath)
            }
            return .seeOther(owner.organization.membersPath, saying: .role)
        } refused: {
            try await membersPage(for: owner, problem: $0.problem ?? "Choose a role.")
        }
    }

    /// `POST …/settings/members/{user}/remove`
    func removeMember(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { _ in
            try await services.store.members.remove(call.userID, from: owner.organization, at: services.clock.now())
            return call.userID == owner.browser.user.id
                ? .seeOther("/account", saying: .left) : .seeOther(owner.organization.membersPath, saying: .removed)
        } refused: {
            try await membersPage(for: owner, problem: $0.problem)
        }
    }

    /// Owners come first, then everybody by name.
    private static func isBefore(_ one: OrganizationMember, _ other: OrganizationMember) -> Bool {
        guard one.role == other.role else { return one.role == .owner }
        return one.user.name.lowercased() < other.user.name.lowercased()
    }

    private func membersPage(for owner: Owner, notice: String? = nil, problem: String? = nil) async throws -> Page {
        let members = try await services.store.members.members(of: owner.organization)
        let now = services.clock.now()
        return page(
            "members", .members, for: owner,
            content: MembersContent(
                head: SettingsHead(.members, of: owner.organization, notice: notice, problem: problem),
                invitationsPath: owner.organization.invitationsPath,
                members: members.sorted(by: Self.isBefore).map { MemberItem($0, seenBy: owner, at: now) }))
    }
}
