import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// Joining with an invitation's link.
struct JoiningTests {
    @Test func lookingUpTellsWhatItIsToAndUsesNothingUp() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team, as: "owner")
            for _ in 0..<3 {
                let answer = try await lookUp(token, service)
                #expect(answer.status == 200)
                #expect(
                    answer.json == [
                        "invitation": [
                            "organization": ["name": "Acme"], "role": "owner",
                            "expiresAt": "2026-02-18T10:00:00.000Z", "inviter": .string(team.owner.user.name),
                        ]
                    ])
            }
            #expect(try await service.signUp(token).status == 201)
        }
    }

    @Test func signingUpMakesAnAccountThatIsSignedIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.signUp(service.invite(to: team), email: "Bob@Example.com")
            #expect(answer.status == 201)
            #expect(answer.json["user"]?["name"] == "Bob Roy" && answer.json["user"]?["email"] == "bob@example.com")
            #expect(
                answer.json["organizations"] == [["id": .string(team.id), "name": "Acme", "role": "member"]])
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("SameSite=Lax"))
            #expect(try await service.send(.get, "/api/sessions", as: answer.signedIn).status == 200)
            let signIn = try await service.send(
                .post, "/api/auth/sign-in",
                body: "{\"email\":\"bob@example.com\",\"password\":\"\(TestService.password)\"}")
            #expect(signIn.status == 200)
        }
    }

    @Test func joiningAddsAnExistingAccount() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let bob = try await service.join(team, "Bob")
            let answer = try await service.join(service.invite(to: other, as: "owner"), as: bob.cookie)
            #expect(answer.status == 200)
            #expect(
                Set(answer.json["organizations"]?.elements.compactMap { $0["name"]?.text } ?? [])
                    == ["Acme", "Umbrella"])
            #expect(try await service.send(.get, "\(other.path)/members", as: bob.cookie).status == 200)
            #expect(try await service.store.accounts.accounts().count == 3)
        }
    }

    @Test func joiningTakesAPersonWhoIsSignedIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            #expect(try await service.join(token, as: .none).status == 401)
            #expect(try await service.join(token, as: team.key).status == 403)
            #expect(try await service.signUp(token).status == 201)
        }
    }

    @Test func everyLinkThatOpensNothingGetsTheSameAnswer() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let expired = try await service.invite(to: other)
            service.clock.advance(by: Invitation.defaultLifetime)
            let used = try await service.invite(to: other)
            #expect(try await service.signUp(used).status == 201)
            let revoked = try await service.invite(to: other)
            try await service.store.invitations.revoke(
                try #require(SecretToken(.invitation, presented: revoked)).invitationID, to: other.organization.id,
                at: service.clock.now)
            let genuine = try await service.invite(to: other)
            let guessed = genuine.dropLast(39) + SecretToken(.invitation).text.suffix(39).prefix(32)
            let sameID = guessed + Base32.encode(CRC32.checksum(of: guessed))
            let unknown = SecretToken(.invitation).text
            let ofAnotherKind = [team.keyText, SecretToken(.setUp).text, "", "lsi_", genuine + "0"]
            var answers: Set<JSONValue> = []
            for token in [expired, used, revoked, String(sameID), unknown] + ofAnotherKind {
                for answer in [
                    try await lookUp(token, service), try await service.signUp(token, email: "eve@example.com"),
                    try await service.join(token, as: team.owner.cookie),
                ] {
                    #expect(answer.status == 404, "\(token)")
                    answers.insert(answer.json["detail"] ?? .null)
                }
            }
            #expect(answers.count == 1)
            #expect(try await service.signUp(genuine, email: "eve@example.com").status == 201)
        }
    }

    @Test func aLinkEndsAtItsExpiryToTheMillisecond() async throws {
        try await TestService.run { service in
            let token = try await service.invite(to: service.makeTeam())
            service.clock.advance(by: Invitation.defaultLifetime - .milliseconds(1))
            #expect(try await lookUp(token, service).status == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await lookUp(token, service).status == 404)
        }
    }

    @Test func fiftyAtOnceAreOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            let answers = try await service.all(50) { number in
                try await service.signUp(token, email: "bob\(number)@example.com")
            }
            #expect(answers.filter { $0.status == 201 }.count == 1)
            // Requests that didn't fit in the queue are told to try again.
            #expect(answers.filter { $0.status == 404 || $0.status == 503 }.count == 49)
            #expect(try await service.store.members.members(of: team.organization.id).count == 2)
            #expect(try await service.store.accounts.accounts().count == 2)
        }
    }

    @Test func aTakenAddressIsToldAndTheLinkStaysGood() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            let taken = team.owner.user.email.description.uppercased()
            let refused = try await service.signUp(token, email: taken)
            #expect(refused.status == 409)
            #expect(refused.json["detail"]?.text?.contains("Sign in, then") == true)
            #expect(refused.headers[.setCookie] == nil)
            #expect(try await service.signUp(token).status == 201)
        }
    }

    @Test func aMemberLeavesTheLinkForAnother() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            #expect(try await service.join(token, as: team.owner.cookie).status == 409)
            let answer = try await service.signUp(token)
            #expect(answer.status == 201)
            #expect(try await service.join(service.invite(to: team), as: answer.signedIn).status == 409)
        }
    }

    @Test(arguments: [
        ("{}", ["/token", "/name", "/email", "/password"]),
        (#"{"token":1,"name":2,"email":3,"password":4}"#, ["/token", "/name", "/email", "/password"]),
        (#"{"token":"x","name":" ","email":"bob","password":"short"}"#, ["/name", "/email", "/password"]),
        (
            #"{"token":"x","name":"Bob","email":"long-address@example.com","password":"Long-Address@example.com"}"#,
            ["/password"]
        ),
        (#"{"token":"x","name":"Bob","email":"bob@example.com","password":"password1234"}"#, ["/password"]),
        (#"{"token":"x","name":"B\nb","email":"bob@example.com","password":null}"#, ["/name", "/password"]),
        ("not JSON", []), ("", []),
    ])
    func aWrongFieldIsNamed(body: String, pointers: [String]) async throws {
        try await TestService.run { service in
            let answer = try await service.send(.post, "/api/invitations/sign-up", body: body)
            #expect(answer.status == 400)
            #expect(Set(answer.pointers) == Set(pointers))
        }
    }

    @Test(arguments: ["{}", #"{"token":1}"#, #"{"token":null}"#])
    func aTokenIsRequired(body: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for path in ["/api/invitations/look-up", "/api/invitations/join"] {
                let answer = try await service.send(.post, path, as: team.owner.cookie, body: body)
                #expect(answer.status == 400)
                #expect(answer.pointers == ["/token"])
            }
        }
    }

    @Test func anotherSiteCannotSignAPersonUp() async throws {
        try await TestService.run { service in
            let token = try await service.invite(to: service.makeTeam())
            let answer = try await service.send(
                .post, "/api/invitations/sign-up", headers: [.testFetchSite: "cross-site"],
                body: """
                    {"token":"\(token)","name":"Bob","email":"bob@example.com","password":"\(TestService.password)"}
                    """)
            #expect(answer.status == 403)
        }
    }

    private func lookUp(_ token: String, _ service: TestService) async throws -> TestAnswer {
        try await service.send(.post, "/api/invitations/look-up", body: "{\"token\":\"\(token)\"}")
    }
}
