import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct MemberTests {
    @Test func anOwnerSeesTheMembersInTheOrderTheyJoined() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            service.clock.advance(by: .seconds(60))
            let bob = try await service.join(team, "Bob Roy")
            let answer = try await service.send(.get, "\(team.path)/members", as: team.owner.cookie)
            #expect(answer.status == 200)
            let members = answer.json["members"]?.elements ?? []
            #expect(members.map { $0["role"] } == ["owner", "member"])
            #expect(
                members.last == [
                    "id": .string(bob.user.id.rawValue), "name": "Bob Roy",
                    "email": .string(bob.user.email.description), "role": "member",
                    "joinedAt": "2026-02-11T10:01:00.000Z",
                ])
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let others = try await service.send(.get, "\(other.path)/members", as: other.owner.cookie)
            #expect(others.json["members"]?.elements.map { $0["name"] } == ["Mallory"])
        }
    }

    @Test func aMemberManagesNobody() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let carol = try await service.join(team, "Carol")
            let carolPath = "\(team.path)/members/\(carol.user.id)"
            let requests: [(HTTPRequest.Method, String, String)] = [
                (.get, "\(team.path)/members", ""), (.patch, carolPath, #"{"role":"owner"}"#),
                (.delete, carolPath, "{}"), (.patch, team.path, #"{"name":"Mine"}"#),
                (.get, "\(team.path)/invitations", ""), (.post, "\(team.path)/invitations", "{}"),
            ]
            for (method, path, body) in requests {
                let answer = try await service.send(method, path, as: bob.cookie, body: body)
                #expect(answer.status == 403, "\(method) \(path)")
            }
            let own = try await service.send(
                .patch, "\(team.path)/members/\(bob.user.id)", as: bob.cookie, body: #"{"role":"owner"}"#)
            #expect(own.status == 403)
        }
    }

    @Test func aRoleCountsAtOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let path = "\(team.path)/members/\(bob.user.id)"
            let promoted = try await service.send(
                .patch, path, as: team.owner.cookie, body: #"{"role":"owner"}"#)
            #expect(promoted.status == 200)
            #expect(promoted.json["member"]?["role"] == "owner")
            #expect(try await service.send(.get, "\(team.path)/members", as: bob.cookie).status == 200)
            let demoted = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"role":"member"}"#)
            #expect(demoted.json["member"]?["role"] == "member")
            #expect(try await service.send(.get, "\(team.path)/members", as: bob.cookie).status == 403)
        }
    }

    @Test(arguments: [
        ("{}", ["/role"]), (#"{"role":"king"}"#, ["/role"]), (#"{"role":1}"#, ["/role"]),
        (#"{"role":null}"#, ["/role"]), ("[]", []), ("", []),
    ])
    func aWrongRoleIsRefused(body: String, pointers: [String]) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.path)/members/\(team.owner.user.id)"
            let answer = try await service.send(.patch, path, as: team.owner.cookie, body: body)
            #expect(answer.status == 400)
            #expect(answer.pointers == pointers)
        }
    }

    @Test func whoIsNoMemberIsNotFound() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let stranger = try await service.makeTeam("Umbrella", owner: "Mallory").owner
            // makeTeam makes later owners members of the first organization.
            let others = ["\(team.path)/members/user_nobody", "\(team.path)/members/\(stranger.user.id)"]
            _ = try await service.send(.delete, others[1], as: stranger.cookie, body: "{}")
            for path in others {
                let change = try await service.send(
                    .patch, path, as: team.owner.cookie, body: #"{"role":"member"}"#)
                #expect(change.status == 404)
                #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 404)
            }
        }
    }

    @Test func theLastOwnerCanNeitherLeaveNorBecomeAMember() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob", as: .owner)
            try await service.store.accounts.disable(bob.user.email, at: service.clock.now)
            let path = "\(team.path)/members/\(team.owner.user.id)"
            let change = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"role":"member"}"#)
            #expect(change.status == 409)
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 409)
            let same = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"role":"owner"}"#)
            #expect(same.status == 200)
        }
    }

    @Test func twoOwnersWhoRemoveEachOtherLeaveOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob", as: .owner)
            let people = [(team.owner, bob), (bob, team.owner)]
            let answers = try await service.all(2) { number in
                let (actor, victim) = people[number]
                return try await service.send(
                    .delete, "\(team.path)/members/\(victim.user.id)", as: actor.cookie, body: "{}")
            }
            #expect(answers.filter { $0.status == 204 }.count == 1)
            #expect(try await service.store.members.members(of: team.organization.id).count == 1)
        }
    }

    @Test func everybodyMayLeave() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let path = "\(team.path)/members/\(bob.user.id)"
            #expect(try await service.send(.delete, path, as: bob.cookie, body: "{}").status == 204)
            #expect(try await service.send(.get, "/api/me", as: bob.cookie).json["organizations"] == [])
            #expect(try await service.send(.delete, path, as: bob.cookie, body: "{}").status == 403)
        }
    }

    @Test func whoIsRemovedIsOutOfEveryRouteAtOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob", as: .owner)
            let session = try await service.createSession(in: team, by: bob)
            #expect(try await service.send(.get, "/api/sessions", as: bob.cookie).status == 200)
            let removal = try await service.send(
                .delete, "\(team.path)/members/\(bob.user.id)", as: team.owner.cookie, body: "{}")
            #expect(removal.status == 204)
            let shut: Set<Route.Access> = [.caller, .member, .colleague, .owner]
            for route in RouteTable(service.services).routes where shut.contains(route.access) {
                let path = route.path.replacing("{organization}", with: team.id).replacing("{id}", with: session)
                    .replacing("{user}", with: bob.user.id.rawValue)
                for query in ["?organizationId=\(team.id)", ""] {
                    let answer = try await service.send(
                        route.method, path + query, as: bob.cookie,
                        body: route.method == .get ? nil : "{\"organizationId\":\"\(team.id)\"}")
                    #expect(answer.status == 403, "\(route.method) \(path)")
                    #expect(!answer.body.contains("Fix"), "\(route.method) \(path)")
                }
            }
        }
    }

    @Test func whatTheyMadeKeepsTheirName() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let session = try await service.createSession(in: team, by: bob)
            _ = try await service.send(
                .delete, "\(team.path)/members/\(bob.user.id)", as: team.owner.cookie, body: "{}")
            let shown = try await service.send(.get, "/api/sessions/\(session)", as: team.key)
            #expect(shown.json["session"]?["author"]?["name"] == "Bob Roy")
        }
    }

    @Test func anOrganizationIsRenamed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .patch, team.path, as: team.owner.cookie, body: #"{"name":"  Acme Labs "}"#)
            #expect(answer.status == 200)
            #expect(answer.json == ["organization": ["id": .string(team.id), "name": "Acme Labs"]])
            let me = try await service.send(.get, "/api/me", as: team.owner.cookie)
            #expect(me.json["organizations"]?[0]?["name"] == "Acme Labs")
            for body in [
                "{}", #"{"name":" "}"#, #"{"name":null}"#, "{\"name\":\"\(String(repeating: "x", count: 101))\"}",
            ] {
                let answer = try await service.send(.patch, team.path, as: team.owner.cookie, body: body)
                #expect(answer.status == 400 && answer.pointers == ["/name"])
            }
        }
    }
}
