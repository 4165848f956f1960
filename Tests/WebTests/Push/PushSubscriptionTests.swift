import Domain
import EgressProxy
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web
import WebPush

/// A person's devices and their notifications.
struct PushSubscriptionTests {
    private static let path = "/api/me/push-subscriptions"

    private static func body(
        _ endpoint: String = "https://push.example.com/a",
        p256dh: String = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: String = "BTBZMqHH6r4Tts7J_aSIgg"
    ) -> String {
        #"{"endpoint":"\#(endpoint)","expirationTime":null,"keys":{"p256dh":"\#(p256dh)","auth":"\#(auth)"}}"#
    }

    private static func devices(_ service: TestService, of person: Person) async throws -> [JSONValue] {
        try await devices(service, as: person.cookie)
    }

    private static func devices(_ service: TestService, as credential: Credential) async throws -> [JSONValue] {
        try await service.send(.get, path, as: credential).json["pushSubscriptions"]?.elements ?? []
    }

    @Test func aDeviceIsListedAndRemoved() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
            let answer = try await service.send(
                .post, Self.path, as: owner.cookie, headers: [.userAgent: firefox, .contentType: "application/json"],
                body: Self.body())
            #expect(answer.status == 201)
            let device = try #require(answer.json["pushSubscription"])
            #expect(device.keys == ["id", "endpoint", "name", "createdAt"])
            #expect(device["name"] == "Firefox on Linux")
            #expect(try await Self.devices(service, of: owner) == [device])
            let id = try #require(device["id"]?.text)
            let other = try await service.makeTeam("Other", owner: "Otto").owner
            #expect(try await service.send(.delete, "\(Self.path)/\(id)", as: other.cookie, body: "{}").status == 404)
            let test = "\(Self.path)/\(id)/test"
            #expect(try await service.send(.post, test, as: other.cookie, body: "{}").status == 404)
            #expect(try await service.send(.delete, "\(Self.path)/\(id)", as: owner.cookie, body: "{}").status == 204)
            #expect(try await Self.devices(service, of: owner).isEmpty)
            #expect(try await service.send(.delete, "\(Self.path)/\(id)", as: owner.cookie, body: "{}").status == 404)
        }
    }

    /// The page renews it on each visit.
    @Test func aDeviceThatSubscribesAgainIsTheSame() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let first = try await service.send(.post, Self.path, as: owner.cookie, body: Self.body())
            service.clock.advance(by: .seconds(60))
            let second = try await service.send(
                .post, Self.path, as: owner.cookie, body: Self.body(auth: "AAECAwQFBgcICQoLDA0ODw"))
            #expect(second.json["pushSubscription"] == first.json["pushSubscription"])
            #expect(try await Self.devices(service, of: owner).count == 1)
        }
    }

    /// One browser, used by one after the other.
    @Test func aBrowserTellsOnlyWhoeverSubscribedLast() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            try await service.send(.post, Self.path, as: team.owner.cookie, body: Self.body())
            try await service.send(.post, Self.path, as: bob.cookie, body: Self.body())
            #expect(try await Self.devices(service, of: team.owner).isEmpty)
            #expect(try await Self.devices(service, of: bob).count == 1)
        }
    }

    @Test func signingOutEndsTheSubscription() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let elsewhere = try await service.signIn(owner)
            try await service.send(.post, Self.path, as: owner.cookie, body: Self.body())
            try await service.send(.post, Self.path, as: elsewhere, body: Self.body("https://push.example.com/b"))
            #expect(try await service.send(.post, "/api/auth/sign-out", as: elsewhere, body: "{}").status == 204)
            #expect(
                try await Self.devices(service, of: owner).map { $0["endpoint"] } == ["https://push.example.com/a"])
        }
    }

    /// Somebody else signs in where the person had not signed out.
    @Test func anotherPersonInTheBrowserEndsTheSubscription() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            try await service.send(.post, Self.path, as: team.owner.cookie, body: Self.body())
            let credentials = #"{"email":"\#(bob.email)","password":"\#(TestService.password)"}"#
            try await service.send(.post, "/api/auth/sign-in", as: team.owner.cookie, body: credentials)
            #expect(try await service.store.push.subscriptions(of: team.owner.user.id).isEmpty)
        }
    }

    @Test func aNewPasswordEndsThoseOfOtherBrowsers() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            let elsewhere = try await service.signIn(owner)
            try await service.send(.post, Self.path, as: owner.cookie, body: Self.body())
            try await service.send(.post, Self.path, as: elsewhere, body: Self.body("https://push.example.com/b"))
            let change = #"{"current":"\#(TestService.password)","new":"another long password"}"#
            let changed = try await service.send(.post, "/api/me/password", as: owner.cookie, body: change)
            let left = try await Self.devices(service, as: changed.signedIn)
            #expect(left.map { $0["endpoint"] } == ["https://push.example.com/a"])
        }
    }

    @Test func theOldestGoesBeyondTwenty() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            for number in 1...21 {
                service.clock.advance(by: .seconds(1))
                let body = Self.body("https://push.example.com/\(number)")
                #expect(try await service.send(.post, Self.path, as: owner.cookie, body: body).status == 201)
            }
            let endpoints = try await Self.devices(service, of: owner).compactMap { $0["endpoint"]?.text }
            #expect(endpoints == (2...21).reversed().map { "https://push.example.com/\($0)" })
        }
    }

    @Test(arguments: [
        body("http://push.example.com/a"), body("https://127.0.0.1/a"), body("https://[::1]/a"),
        body("https://8.8.8.8/a"),
        body("https://2130706433/"), body("ftp://push.example.com"), body("https://user@push.example.com/"), body(""),
        body(auth: "BTBZMqHH6r4Tts7J_aSI"), body(p256dh: "BCVx"), body(p256dh: "", auth: ""),
        #"{"endpoint":"https://push.example.com/a"}"#, #"{"keys":{"p256dh":"a","auth":"b"}}"#,
        #"{"endpoint":"https://push.example.com/a","keys":{}}"#, #"{"endpoint":7,"keys":7}"#, "[]",
        #"{"endpoint":"https://push.example.com/a","keys":{"p256dh":null,"auth":"b"}}"#,
    ])
    func whatNothingCanBeSentToIsRefused(_ body: String) async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            #expect(try await service.send(.post, Self.path, as: owner.cookie, body: body).status == 400)
            #expect(try await Self.devices(service, of: owner).isEmpty)
        }
    }

    @Test func aHostInAPrivateNetworkIsRefused() async throws {
        let client = PushClient(
            contact: "mailto:ops@example.com",
            resolver: HostResolver { _ in [IPAddress("10.1.2.3")].compactMap(\.self) })
        try await TestService.run(push: client) { service in
            let owner = try await service.makeTeam().owner
            let answer = try await service.send(.post, Self.path, as: owner.cookie, body: Self.body())
            expectProblem(answer, 400, pointers: ["/endpoint"])
            #expect(answer.json["detail"]?.text?.contains("private network") == true)
        }
    }

    @Test func theServersKeyStaysTheSame() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let key = try #require(
                try await service.send(.get, "/api/push/key", as: team.owner.cookie).json["publicKey"]?.text)
            #expect(key.utf8.count == 87)
            #expect(try await service.send(.get, "/api/push/key", as: bob.cookie).json["publicKey"]?.text == key)
        }
    }

    @Test func aPersonChoosesWhatToBeToldOf() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "/api/me/notifications"
            let all: JSONValue = ["waits": true, "finished": true, "failed": true, "pullRequestOpened": true]
            #expect(try await service.send(.get, path, as: team.owner.cookie).json == all)
            let edit = #"{"finished":false,"failed":true}"#
            let chosen: JSONValue = ["waits": true, "finished": false, "failed": true, "pullRequestOpened": true]
            #expect(try await service.send(.patch, path, as: team.owner.cookie, body: edit).json == chosen)
            #expect(try await service.send(.get, path, as: team.owner.cookie).json == chosen)
            let bob = try await service.join(team, "Bob Roy")
            #expect(try await service.send(.get, path, as: bob.cookie).json == all)
            let wrong = try await service.send(.patch, path, as: bob.cookie, body: #"{"waits":"no"}"#)
            expectProblem(wrong, 400, pointers: ["/waits"])
        }
    }

    @Test func oneRequestRepeatedSubscribesOnce() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            var headers: HTTPFields = [.contentType: "application/json"]
            headers[try #require(HTTPField.Name("Idempotency-Key"))] = "once"
            let first = try await service.send(.post, Self.path, as: owner.cookie, headers: headers, body: Self.body())
            let id = try #require(first.json["pushSubscription"]?["id"]?.text)
            try await service.send(.delete, "\(Self.path)/\(id)", as: owner.cookie, body: "{}")
            let again = try await service.send(.post, Self.path, as: owner.cookie, headers: headers, body: Self.body())
            #expect(again.body == first.body)
            #expect(try await Self.devices(service, of: owner).isEmpty)
        }
    }
}
