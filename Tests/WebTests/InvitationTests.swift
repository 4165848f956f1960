import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// An owner's side of invitations.
struct InvitationTests {
    @Test func theLinkIsShownOnceWithItsTokenInTheFragment() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "\(team.path)/invitations", as: team.owner.cookie, body: "{}")
            #expect(answer.status == 201)
            let made = try #require(answer.json["invitation"])
            let link = try #require(made["link"]?.text)
            #expect(link.hasPrefix("https://lodestone.test/join#lsi_"))
            #expect(made["role"] == "member" && made["state"] == "pending")
            #expect(made["createdAt"] == "2026-02-11T10:00:00.000Z")
            #expect(made["expiresAt"] == "2026-02-18T10:00:00.000Z")
            #expect(made["createdBy"]?["name"] == "Alice Chen")
            let list = try await service.send(.get, "\(team.path)/invitations", as: team.owner.cookie)
            #expect(list.json["invitations"]?.elements.map { $0["id"] } == [made["id"]])
            #expect(!list.body.contains("lsi_") && list.json["invitations"]?[0]?["link"] == nil)
        }
    }

    @Test func eachStateIsTold() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.invite(to: team)
            service.clock.advance(by: Invitation.defaultLifetime)
            let used = try await service.invite(to: team)
            #expect(try await service.signUp(used).status == 201)
            service.clock.advance(by: .seconds(1))
            _ = try await service.invite(to: team)
            let latest = try await invitations(of: team, service)[0]
            try await revoke(latest, of: team, service, expecting: 204)
            try await revoke(latest, of: team, service, expecting: 204)
            service.clock.advance(by: .seconds(1))
            _ = try await service.invite(to: team, as: "owner")
            let all = try await invitations(of: team, service)
            #expect(all.map { $0["state"] } == ["pending", "revoked", "used", "expired"])
            #expect(all[0]["role"] == "owner")
            #expect(all[1]["revokedAt"] == "2026-02-18T10:00:01.000Z")
            #expect(all[2]["acceptedBy"]?["name"] == "Bob Roy")
            try await revoke(all[2], of: team, service, expecting: 409)
        }
    }

    @Test(arguments: [
        (#"{"role":"king"}"#, ["/role"]), (#"{"role":null}"#, ["/role"]),
        (#"{"expiresAt":"soon"}"#, ["/expiresAt"]), (#"{"expiresAt":7}"#, ["/expiresAt"]),
        (#"{"expiresAt":"2026-02-11T10:00:00.000Z"}"#, ["/expiresAt"]),
        (#"{"expiresAt":"2026-03-13T10:00:00.001Z"}"#, ["/expiresAt"]),
        (#"{"role":"king","expiresAt":"soon"}"#, ["/role", "/expiresAt"]), ("[]", []), ("", []),
    ])
    func aWrongFieldIsNamed(body: String, pointers: [String]) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "\(team.path)/invitations", as: team.owner.cookie, body: body)
            #expect(answer.status == 400)
            #expect(answer.pointers == pointers)
        }
    }

    @Test func anExpiryOfThirtyDaysIsTheLongest() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "\(team.path)/invitations", as: team.owner.cookie,
                body: #"{"role":"owner","expiresAt":"2026-03-13T10:00:00.000Z"}"#)
            #expect(answer.status == 201)
            #expect(answer.json["invitation"]?["expiresAt"] == "2026-03-13T10:00:00.000Z")
        }
    }

    @Test func anotherOrganizationsInvitationIsNotFound() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let token = try await service.invite(to: team)
            let invitation = try await invitations(of: team, service)[0]
            try await revoke(invitation, of: other, service, expecting: 404)
            #expect(try await invitations(of: other, service).isEmpty)
            #expect(try await service.signUp(token).status == 201)
        }
    }

    @Test func anOwnerWhoIsNoneAnyMoreCannotComeBackByTheirOwnLink() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for (number, change) in ["remove", "demote", "disable"].enumerated() {
                let bob = try await service.join(team, "Bob", as: .owner)
                let path = "\(team.path)/members/\(bob.user.id)"
                let invitation = try await service.send(
                    .post, "\(team.path)/invitations", as: bob.cookie, body: #"{"role":"owner"}"#)
                let link = try #require(invitation.json["invitation"]?["link"]?.text)
                switch change {
                case "remove":
                    _ = try await service.send(.delete, path, as: team.owner.cookie, body: "{}")
                case "demote":
                    _ = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"role":"member"}"#)
                default:
                    try await service.store.accounts.disable(bob.user.email, at: service.clock.now)
                }
                let answer = try await service.signUp(
                    String(link.drop { $0 != "#" }.dropFirst()), email: "again\(number)@example.com")
                #expect(answer.status == 404, "\(change)")
            }
            #expect(try await service.signUp(service.invite(to: team)).status == 201)
        }
    }

    private func invitations(of team: Team, _ service: TestService) async throws -> [JSONValue] {
        try await service.send(.get, "\(team.path)/invitations", as: team.owner.cookie).json["invitations"]?.elements
            ?? []
    }

    private func revoke(
        _ invitation: JSONValue, of team: Team, _ service: TestService, expecting status: Int
    ) async throws {
        let path = "\(team.path)/invitations/\(invitation["id"]?.text ?? "")"
        #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == status)
    }
}
