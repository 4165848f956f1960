import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Each action of the audit log, made through its route.
struct AuditedRoutesTests {
    @Test func whatPeopleDoToTheirAccounts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let password = TestService.password
            let email = team.owner.user.email

            let second = try await service.signIn(team.owner)
            try await service.expectAudit(.signedIn, in: team, by: team.owner)
            _ = try await service.send(
                .post, "/api/auth/sign-in", body: "{\"email\":\"\(email)\",\"password\":\"a wrong password\"}")
            let failed = try await service.latestAudit(in: team)
            #expect(failed["action"] == "auth.sign_in_failed")
            #expect(failed["actor"]?["type"] == "visitor")
            #expect(failed["subject"]?["id"] == .string(team.owner.user.id.rawValue))
            _ = try await service.send(.patch, "/api/me", as: team.owner.cookie, body: #"{"name":"Alice C."}"#)
            try await service.expectAudit(.profileChanged, in: team, by: team.owner)

            let browsers = try await service.send(.get, "/api/me/browser-sessions", as: team.owner.cookie)
            let other = try #require(
                browsers.json["browserSessions"]?.elements.first { $0["current"] == false }?["id"]?.text)
            _ = try await service.send(.delete, "/api/me/browser-sessions/\(other)", as: team.owner.cookie, body: "{}")
            try await service.expectAudit(.browserSignedOut, in: team, by: team.owner)
            #expect(try await service.send(.get, "/api/me", as: second).status == 401)
            _ = try await service.submit("/account/browser-sessions/revoke-others", as: team.owner.cookie)
            try await service.expectAudit(.browserSignedOut, in: team, by: team.owner)

            let bob = try await service.join(team, "Bob")
            let changed = try await service.send(
                .post, "/api/me/password", as: bob.cookie,
                body: "{\"current\":\"\(password)\",\"new\":\"another long password\"}")
            try await service.expectAudit(.passwordChanged, in: team, by: bob)

            _ = try await service.send(.post, "/api/auth/sign-out", as: changed.signedIn, body: "{}")
            try await service.expectAudit(.signedOut, in: team, by: bob)
        }
    }

    @Test func aSignInThatNamesNoAccountIsForTheAdministratorOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.send(
                .post, "/api/auth/sign-in", body: #"{"email":"nobody@example.com","password":"a wrong password"}"#)
            #expect(try await service.latestAudit(in: team)["action"] != "auth.sign_in_failed")
            let latest = try #require(try await service.store.audit.events(readableIn: nil, limit: 1).first)
            #expect(latest.action == .signInFailed)
            // People type passwords into the wrong field.
            #expect(latest.subject == nil && latest.details.isEmpty)
        }
    }

    @Test func whatOwnersDoToPeople() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let invited = try await service.send(
                .post, "\(team.path)/invitations", as: team.owner.cookie, body: "{}")
            try await service.expectAudit(.invitationCreated, in: team, by: team.owner)
            let id = try #require(invited.json["invitation"]?["id"]?.text)
            _ = try await service.send(.delete, "\(team.path)/invitations/\(id)", as: team.owner.cookie, body: "{}")
            try await service.expectAudit(.invitationRevoked, in: team, by: team.owner)

            _ = try await service.signUp(service.invite(to: team))
            let entries = try await service.audit(in: team)
            #expect(
                entries.prefix(3).map { $0["action"] } == ["auth.signed_in", "user.added", "member.joined"])
            let bob = try #require(entries[0]["subject"]?["id"]?.text)
            #expect(entries[0]["actor"]?["id"] == .string(bob))

            _ = try await service.send(
                .patch, "\(team.path)/members/\(bob)", as: team.owner.cookie, body: #"{"role":"owner"}"#)
            let changed = try await service.expectAudit(.memberRoleChanged, in: team, by: team.owner)
            #expect(changed["details"] == ["from": "member", "to": "owner"])
            _ = try await service.send(.delete, "\(team.path)/members/\(bob)", as: team.owner.cookie, body: "{}")
            let removed = try await service.expectAudit(.memberRemoved, in: team, by: team.owner)
            #expect(removed["subject"] == ["id": .string(bob), "name": "Bob Roy"])
        }
    }

    @Test func whatOwnersDoToTheOrganization() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let owner = team.owner.cookie
            _ = try await service.send(.patch, team.path, as: owner, body: #"{"name":"Acme & Sons"}"#)
            try await service.expectAudit(.organizationRenamed, in: team, by: team.owner)
            _ = try await service.send(
                .patch, "\(team.path)/network", as: owner,
                body: #"{"ceiling":"trusted","allowedHosts":["example.com"]}"#)
            try await service.expectAudit(.networkChanged, in: team, by: team.owner)

            let key = try await service.send(.post, "\(team.path)/api-keys", as: owner, body: #"{"name":"CI"}"#)
            let created = try await service.expectAudit(.keyCreated, in: team, by: team.owner)
            #expect(created["subject"]?["name"] == "CI")
            let id = try #require(key.json["apiKey"]?["id"]?.text)
            _ = try await service.send(.delete, "\(team.path)/api-keys/\(id)", as: owner, body: "{}")
            try await service.expectAudit(.keyRevoked, in: team, by: team.owner)

            let tokens = "\(team.path)/runner-tokens"
            let token = try await service.send(.post, tokens, as: owner, body: #"{"name":"Rack","labels":["b","a"]}"#)
            let added = try await service.expectAudit(.runnerTokenCreated, in: team, by: team.owner)
            #expect(added["subject"]?["name"] == "Rack" && added["details"] == ["labels": "a b"])
            let tokenID = try #require(token.json["runnerToken"]?["id"]?.text)
            _ = try await service.send(.delete, "\(tokens)/\(tokenID)", as: owner, body: "{}")
            try await service.expectAudit(.runnerTokenRevoked, in: team, by: team.owner)

            let environment = try await service.makeEnvironment(in: team, #"{"name":"Web app"}"#)
            try await service.expectAudit(.environmentCreated, in: team, by: team.owner)
            let path = "\(team.path)/environments/\(environment)"
            _ = try await service.send(.patch, path, as: owner, body: #"{"name":"Web"}"#)
            try await service.expectAudit(.environmentChanged, in: team, by: team.owner)
            _ = try await service.send(.put, "\(path)/secrets/TOKEN", as: owner, body: #"{"value":"swordfish"}"#)
            let set = try await service.expectAudit(.secretSet, in: team, by: team.owner)
            #expect(set["details"] == ["secret": "TOKEN"])
            _ = try await service.send(.delete, "\(path)/secrets/TOKEN", as: owner, body: "{}")
            try await service.expectAudit(.secretRemoved, in: team, by: team.owner)
            _ = try await service.send(.delete, path, as: owner, body: "{}")
            try await service.expectAudit(.environmentDeleted, in: team, by: team.owner)
            let log = try await service.send(.get, "\(team.path)/audit", as: owner)
            #expect(!log.body.contains("swordfish"))
        }
    }

    @Test func deletionsAndExportsOfSessions() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Fix the login page")
            _ = try await service.send(.get, "/api/sessions/\(session)/export", as: team.key)
            let exported = try await service.latestAudit(in: team)
            #expect(exported["action"] == "session.exported")
            #expect(exported["actor"]?["type"] == "api_key")
            #expect(exported["actor"]?["id"] == .string(team.keyID.rawValue))
            _ = try await service.send(.delete, "/api/sessions/\(session)", as: team.owner.cookie, body: "{}")
            let deleted = try await service.expectAudit(.sessionDeleted, in: team, by: team.owner)
            #expect(deleted["subject"]?["id"] == .string(session))
        }
    }

    @Test func refusedAccessIsRecordedAndBounded() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            for _ in 0..<15 {
                let answer = try await service.send(.get, "\(team.path)/members", as: bob.cookie)
                #expect(answer.status == 403)
            }
            let refused = try await service.audit(in: team, "?action=auth.access_refused")
            #expect(refused.count == 10)
            #expect(refused[0]["actor"]?["id"] == .string(bob.user.id.rawValue))
            #expect(
                refused[0]["details"] == ["method": "GET", "path": "/api/organizations/{organization}/members"])
            _ = try await service.send(.get, "/api/me", as: team.key)
            try #expect(await service.latestAudit(in: team)["actor"]?["type"] == "api_key")
        }
    }
}

extension TestService {
    /// The organization's audit log, newest first.
    func audit(in team: Team, _ query: String = "") async throws -> [JSONValue] {
        let answer = try await send(.get, "\(team.path)/audit\(query)", as: team.owner.cookie)
        #expect(answer.status == 200)
        return answer.json["events"]?.elements ?? []
    }

    func latestAudit(in team: Team) async throws -> JSONValue {
        try #require(try await audit(in: team).first)
    }

    /// Expects the latest entry to be of the action and the person.
    @discardableResult
    func expectAudit(
        _ action: AuditAction, in team: Team, by person: Person, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let entry = try await latestAudit(in: team)
        #expect(entry["action"] == .string(action.rawValue), sourceLocation: sourceLocation)
        #expect(entry["actor"]?["type"] == "user", sourceLocation: sourceLocation)
        #expect(entry["actor"]?["id"] == .string(person.user.id.rawValue), sourceLocation: sourceLocation)
        return entry
    }
}
