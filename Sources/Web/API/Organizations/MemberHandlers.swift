import Domain
import Hummingbird
import Storage

/// Handlers for an organization's members.
struct MemberHandlers: Sendable {
    let services: Services

    func list(_ call: Call<Owner>) async throws -> Response {
        let members = try await services.store.members.members(of: call.identity.organization)
        return .json { json in
            json.field("members") { json in
                json.array(members) { json, member in json.object { $0.memberFields(member) } }
            }
        }
    }

    /// `PATCH …/members/{user}` with `{role}`.
    func assignRole(_ call: Call<Owner>) async throws -> Response {
        let role = try await call.body(RoleBody.self).role
        let member = try await services.store.members.assign(
            role, to: call.userID, in: call.identity.organization, at: services.clock.now())
        return .json { json in json.field("member") { json in json.object { $0.memberFields(member) } } }
    }

    /// `DELETE …/members/{user}`: owners may remove anybody, and everybody may leave.
    func remove(_ call: Call<Colleague>) async throws -> Response {
        let user = call.userID
        guard call.identity.role == .owner || call.identity.browser.user.id == user else {
            throw DomainError.ownersOnly
        }
        try await services.store.members.remove(user, from: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }
}

struct RoleBody: Decodable {
    let role: Role

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("role")
        let givenRole = fields.choice("role", Role.self)
        role = try fields.finish(givenRole)
    }
}
