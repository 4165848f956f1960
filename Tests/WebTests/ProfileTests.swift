import Domain
import HTTPTypes
import TestSupport
import Testing

/// Changes of one's own profile.
struct ProfileTests {
    @Test func nameAndPictureChangeAlsoBesideWhatWasMadeBefore() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let answer = try await edit(
                #"{"name":" Alice C. ","imageUrl":"https://example.com/a.png?s=64"}"#, as: team.owner, service)
            #expect(answer.status == 200)
            #expect(
                answer.json["user"] == [
                    "id": .string(team.owner.user.id.rawValue), "name": "Alice C.",
                    "email": .string(team.owner.user.email.description),
                    "imageUrl": "https://example.com/a.png?s=64",
                ])
            #expect(answer.json["organizations"]?[0]?["id"] == .string(team.id))
            let author = try await service.send(.get, "/api/sessions/\(session)", as: team.key)
                .json["session"]?["author"]
            #expect(author?["name"] == "Alice C." && author?["imageUrl"] == "https://example.com/a.png?s=64")
        }
    }

    @Test func whatIsNotGivenStays() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await edit(#"{"imageUrl":"https://example.com/a.png"}"#, as: team.owner, service)
            let unchanged = try await edit("{}", as: team.owner, service)
            #expect(unchanged.status == 200)
            #expect(unchanged.json["user"]?["name"] == "Alice Chen")
            #expect(unchanged.json["user"]?["imageUrl"] == "https://example.com/a.png")
            let cleared = try await edit(#"{"imageUrl":""}"#, as: team.owner, service)
            #expect(cleared.json["user"]?.keys == ["id", "name", "email"])
        }
    }

    @Test(arguments: [
        (#"{"name":""}"#, ["/name"]), (#"{"name":null}"#, ["/name"]), (#"{"name":"a\u0007"}"#, ["/name"]),
        (#"{"imageUrl":null}"#, ["/imageUrl"]), (#"{"imageUrl":"http://example.com/a.png"}"#, ["/imageUrl"]),
        (#"{"imageUrl":"javascript:alert(1)"}"#, ["/imageUrl"]), (#"{"imageUrl":"https://"}"#, ["/imageUrl"]),
        (#"{"imageUrl":"https:///a.png"}"#, ["/imageUrl"]), (#"{"imageUrl":"https://a@b/c"}"#, ["/imageUrl"]),
        (#"{"imageUrl":"https://example.com/\"onload=x"}"#, ["/imageUrl"]),
        (#"{"imageUrl":"https://example.com/a b"}"#, ["/imageUrl"]), (#"{"imageUrl":" "}"#, ["/imageUrl"]),
        (#"{"name":1,"imageUrl":2}"#, ["/name", "/imageUrl"]), ("[]", []),
    ])
    func aWrongFieldIsNamed(body: String, pointers: [String]) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await edit(body, as: team.owner, service)
            #expect(answer.status == 400)
            #expect(answer.pointers == pointers)
        }
    }

    @Test func aNewPasswordSignsTheOtherBrowsersOut() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let other = try await signIn(team.owner, service).signedIn
            let answer = try await changePassword(to: "another long password", as: team.owner, service)
            #expect(answer.status == 204)
            for ended in [other, team.owner.cookie] {
                #expect(try await service.send(.get, "/api/me", as: ended).status == 401)
            }
            for kept in [answer.signedIn, bob.cookie] {
                #expect(try await service.send(.get, "/api/me", as: kept).status == 200)
            }
            #expect(try await signIn(team.owner, service).status == 401)
            #expect(try await signIn(team.owner, password: "another long password", service).status == 200)
        }
    }

    @Test func thePasswordChangesOnceHoweverManyTry() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answers = try await service.all(10) { number in
                try await changePassword(to: "another long password \(number)", as: team.owner, service)
            }
            #expect(answers.filter { $0.status == 204 }.count == 1)
            #expect(Set(answers.map(\.status)).isSubset(of: [204, 400, 401, 409]))
        }
    }

    @Test func aPasswordMustBeKnownAndAllowed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let email = team.owner.user.email.description
            let current = "\"current\":\"\(TestService.password)\""
            for (body, pointers) in [
                ("{}", ["/current", "/new"]), ("{\(current)}", ["/new"]), ("{\(current),\"new\":1}", ["/new"]),
                ("{\(current),\"new\":\"short\"}", ["/new"]), ("{\(current),\"new\":\"\(email)\"}", ["/new"]),
                (#"{"current":"not the password","new":"another long password"}"#, ["/current"]),
            ] {
                let answer = try await service.send(.post, "/api/me/password", as: team.owner.cookie, body: body)
                #expect(answer.status == 400)
                #expect(answer.pointers == pointers)
            }
            #expect(try await signIn(team.owner, service).status == 200)
        }
    }

    private func edit(_ body: String, as person: Person, _ service: TestService) async throws -> TestAnswer {
        try await service.send(.patch, "/api/me", as: person.cookie, body: body)
    }

    private func signIn(
        _ person: Person, password: String = TestService.password, _ service: TestService
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/auth/sign-in", body: "{\"email\":\"\(person.user.email)\",\"password\":\"\(password)\"}")
    }

    private func changePassword(
        to new: String, as person: Person, _ service: TestService
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/me/password", as: person.cookie,
            body: "{\"current\":\"\(TestService.password)\",\"new\":\"\(new)\"}")
    }
}
