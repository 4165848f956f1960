import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

/// The notifications for each event, and the people who get them.
@Suite(.timeLimit(.minutes(15)))
struct PushDeliveryTests {
    @Test func aPersonIsToldThatTheirSessionIsFinished() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team, "Fix the login page")
            try await world.deliver()
            #expect(world.pushService.received.isEmpty)
            try await world.end(session)
            try await world.deliver()
            let push = try #require(world.pushService.received.first)
            #expect(push.payload["title"] == "Fix login page")
            #expect(push.payload["body"] == "Finished: All tests pass now.")
            #expect(push.payload["path"] == .string("/organizations/\(world.team.id)/sessions/\(session)"))
            #expect(push.payload["tag"]?.text == push.topic)
            #expect(push.ttl == 86_400 && push.urgency == "normal" && push.size < 600)
            #expect(try await world.devices().first?["deliveredAt"] != nil)
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
        }
    }

    @Test func aPersonIsToldWhyTheirSessionHasFailed() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session, saying: "The API key is no longer valid.\nAsk an owner.", failing: true)
            try await world.deliver()
            let body = world.pushService.received.first?.payload["body"]?.text ?? ""
            #expect(body.hasPrefix("Failed: ") && !body.contains("\n"))
        }
    }

    @Test func aPersonIsToldOfAPullRequest() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            for status in ["draft", "open", "merged"] {
                let body = #"{"number":42,"url":"https://github.com/acme/web-app/pull/42","status":"\#(status)"}"#
                try await world.service.send(
                    .put, "/api/sessions/\(session)/pull-request", as: world.team.key, body: body)
            }
            try await world.deliver()
            #expect(world.pushService.received.isEmpty, "it waits for the session's end, which comes at once as a rule")
            world.service.clock.advance(by: .seconds(11))
            try await world.deliver()
            #expect(world.pushService.received.map { $0.payload["body"] } == ["Pull request #42 is open."])
        }
    }

    @Test func aPullRequestAndTheEndOfItsSessionAreOneMessage() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            let body = #"{"number":42,"url":"https://github.com/acme/web-app/pull/42","status":"open"}"#
            try await world.service.send(.put, "/api/sessions/\(session)/pull-request", as: world.team.key, body: body)
            try await world.end(session)
            world.service.clock.advance(by: .seconds(60))
            try await world.deliver()
            #expect(world.pushService.received.map { $0.payload["body"] } == ["Finished: All tests pass now."])
        }
    }

    /// All participants, on all of their devices, and nobody else.
    @Test func thoseWhoTakePartAreTold() async throws {
        try await PushWorld.run { world in
            let bob = try await world.service.join(world.team, "Bob Roy")
            let eve = try await world.service.join(world.team, "Eve Fox")
            let other = try await world.service.makeTeam("Other", owner: "Otto Other")
            var devices: [String] = []
            for person in [world.team.owner, world.team.owner, bob] {
                devices.append(try await world.subscribe(person).endpoint)
            }
            for person in [eve, other.owner] { _ = try await world.subscribe(person) }
            let session = try await world.service.createSession(in: world.team)
            try await world.goOn(with: session, by: bob)
            try await world.end(session)
            try await world.deliver()
            #expect(world.pushService.received.map(\.endpoint).sorted() == devices.sorted())
        }
    }

    @Test func whatAPersonDoesThemselvesIsNoNews() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            let stop = "/api/sessions/\(session)/stop"
            try await world.service.send(.post, stop, as: world.team.owner.cookie, body: "{}")
            try await world.deliver()
            #expect(world.pushService.received.isEmpty)
            #expect(try await world.service.session(session, of: world.team)["status"] == "failed")
        }
    }

    @Test func whatAPersonDoesNotWantIsNotTold() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            try await world.service.send(
                .patch, "/api/me/notifications", as: world.team.owner.cookie, body: #"{"finished":false}"#)
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session)
            try await world.deliver()
            #expect(world.pushService.received.isEmpty)
            try await world.goOn(with: session)
            try await world.end(session, failing: true)
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
        }
    }

    /// They must learn neither the title nor the outcome.
    @Test func whoLeavesTheOrganizationBeforeIsNotTold() async throws {
        try await PushWorld.run { world in
            let bob = try await world.service.join(world.team, "Bob Roy")
            _ = try await world.subscribe(bob)
            let session = try await world.service.createSession(in: world.team, by: bob)
            try await world.end(session)
            try await world.service.store.members.remove(
                bob.user.id, from: world.team.organization.id, at: world.service.clock.now)
            try await world.deliver()
            #expect(world.pushService.received.isEmpty)
        }
    }

    @Test func aDeletedSessionIsNotTold() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session)
            try await world.service.deleteSession(session, of: world.team)
            try await world.deliver()
            #expect(world.pushService.received.isEmpty)
        }
    }

    /// Whether a device gets another notification within half a minute, and for which event.
    @Test func newsThatComeSoonAfterAreOneMessage() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session, saying: "First.")
            try await world.deliver()
            for text in ["Second.", "Third."] {
                world.service.clock.advance(by: .seconds(10))
                try await world.goOn(with: session)
                try await world.end(session, saying: text)
                try await world.deliver()
            }
            #expect(world.pushService.received.count == 1)
            world.service.clock.advance(by: .seconds(11))
            try await world.deliver()
            let bodies = world.pushService.received.map { $0.payload["body"] }
            #expect(bodies == ["Finished: First.", "Finished: Third."])
            #expect(Set(world.pushService.received.map(\.topic)).count == 1)
            world.service.clock.advance(by: .seconds(31))
            try await world.goOn(with: session)
            try await world.end(session, saying: "Fourth.")
            try await world.deliver()
            #expect(world.pushService.received.count == 3)
        }
    }

    @Test func theLongestTitleAndTextFitIntoAMessage() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let session = try await world.service.createSession(in: world.team)
            let title = JSONValue.string(String(repeating: "\\\"👩‍👩‍👧‍👧", count: 66))
            try await world.service.send(
                .patch, "/api/sessions/\(session)", as: world.team.key, body: JSONValue.object(["title": title]).json)
            try await world.end(session, saying: String(repeating: "\"\\", count: 5000), failing: true)
            try await world.deliver()
            let push = try #require(world.pushService.received.first)
            #expect(push.status == 201 && push.size <= 4096)
            #expect(push.payload["title"]?.text?.hasSuffix("…") == true)
        }
    }

    @Test func aTestMessageArrivesAtItsDevice() async throws {
        try await PushWorld.run { world in
            let first = try await world.subscribe()
            _ = try await world.subscribe()
            let devices = try await world.devices()
            let id = try #require(devices.first { $0["endpoint"]?.text == first.endpoint }?["id"]?.text)
            for _ in 0..<2 {
                let path = "/api/me/push-subscriptions/\(id)/test"
                let answer = try await world.service.send(.post, path, as: world.team.owner.cookie, body: "{}")
                #expect(answer.status == 202)
            }
            try await world.deliver()
            #expect(world.pushService.received.map(\.endpoint) == [first.endpoint])
            #expect(world.pushService.received.first?.payload["path"] == "/account")
        }
    }
}
