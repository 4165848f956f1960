import Domain
import Hummingbird
import Storage

/// The settings' page of the organization's members.
struct MemberPages: Sendable {
    let services: Services

    /// `GET …/settings/members`, with `q` those whose names or addresses have these words; with `promote`
    /// it asks whether that member shall become an owner.
    func show(_ call: Call<Owner>) async throws -> Response {
        var shown = try await page(
            for: call.identity, matching: call.query("q") ?? "", promoting: call.query("promote"))
        shown.notice = services.notices.notice(for: call, of: call.identity.browser)
        return shown.response()
    }

    /// `POST …/settings/members/{user}/role`
    func assignRole(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let role = try form.body(RoleBody.self).role
            let path = owner.organization.membersPath
            guard role != .owner || form["confirmed"] == "yes" || call.userID == owner.browser.user.id else {
                return .seeOther("\(path)?promote=\(call.userID.rawValue.percentEncoded)")
            }
            let member = try await services.store.members.assign(
                role, to: call.userID, in: owner.organization, at: services.clock.now())
            // Owners who become members have no access to this page any more.
            guard member.user.id != owner.browser.user.id || member.role == .owner else {
                return .seeOther(owner.organization.sessionsPath)
            }
            let undo = ActionNotice.UndoForm(
                "\(path)/\(member.user.id.rawValue)/role",
                [("role", form["was"]), ("was", role.rawValue), ("confirmed", "yes")])
            let notice = ActionNotice(
                text: "\(member.user.name) is \(role == .owner ? "an owner" : "a member") now.",
                undo: Role(rawValue: form["was"]) == nil ? nil : undo)
            return services.notices.seeOther(path, saying: notice, to: owner.browser)
        } refused: {
            try await page(for: owner, problem: $0.problem ?? "Choose a role.")
        }
    }

    /// `POST …/settings/members/{user}/remove`
    func remove(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { _ in
            try await services.store.members.remove(call.userID, from: owner.organization, at: services.clock.now())
            guard call.userID != owner.browser.user.id else { return .seeOther("/account", saying: .left) }
            return services.notices.seeOther(
                owner.organization.membersPath, saying: ActionNotice(text: "The member is removed."), to: owner.browser)
        } refused: {
            try await page(for: owner, problem: $0.problem)
        }
    }

    private func page(
        for owner: Owner, matching query: String = "", promoting promoted: String? = nil, problem: String? = nil
    ) async throws -> Page {
        let members = try await services.store.members.members(of: owner.organization)
        let lastMessages = try await services.store.members.lastMessages(in: owner.organization)
        let content = MembersContent(
            members, lastMessages: lastMessages, matching: query, promoting: promoted, seenBy: owner, problem: problem,
            at: services.clock.now())
        return .settings("members", .members, for: owner, content: content)
    }
}
