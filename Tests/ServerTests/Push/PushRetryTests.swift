import Domain
import Foundation
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Server

/// Messages that a push service doesn't accept immediately.
@Suite(.timeLimit(.minutes(15)))
struct PushRetryTests {
    @Test(arguments: [404, 410])
    func aDeviceThatIsGoneIsForgotten(_ status: Int) async throws {
        try await PushWorld.run { world in
            let browser = try await world.subscribe()
            world.pushService.plan(.instead(StandInAnswer(status, nil)), to: browser)
            try await world.end(world.service.createSession(in: world.team))
            try await world.deliver()
            #expect(try await world.devices().isEmpty)
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
        }
    }

    @Test(arguments: [400, 403, 413])
    func aMessageThatIsRefusedIsNotSentAgain(_ status: Int) async throws {
        try await PushWorld.run { world in
            let browser = try await world.subscribe()
            world.pushService.plan(.instead(StandInAnswer(status, "too large")), to: browser)
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session)
            try await world.deliver()
            world.service.clock.advance(by: .seconds(4 * 3600))
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
            let device = try #require(try await world.devices().first)
            #expect(device["failure"] == .string("The push service answered \(status): \"too large\""))
            #expect(device["deliveredAt"] == nil)
            // The device still gets the next notification.
            try await world.goOn(with: session)
            try await world.end(session)
            try await world.deliver()
            #expect(world.pushService.accepted.count == 1)
        }
    }

    @Test(arguments: [429, 500, 503])
    func aMessageIsSentAgainWhenThePushServiceSays(_ status: Int) async throws {
        try await PushWorld.run { world in
            let browser = try await world.subscribe()
            world.pushService.plan(
                .instead(StandInAnswer(status, nil, headers: ["Retry-After": "90"])), to: browser)
            try await world.end(world.service.createSession(in: world.team))
            try await world.deliver()
            world.service.clock.advance(by: .seconds(89))
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
            world.service.clock.advance(by: .seconds(1))
            try await world.deliver()
            #expect(world.pushService.received.map(\.status) == [status, 201])
            #expect(try await world.devices().first?["failure"] != nil)
        }
    }

    @Test func afterFiveMoreTimesItIsGivenUp() async throws {
        try await PushWorld.run { world in
            let browser = try await world.subscribe()
            for _ in 0..<10 { world.pushService.plan(.instead(StandInAnswer(503, nil)), to: browser) }
            try await world.end(world.service.createSession(in: world.team))
            for _ in 0..<10 {
                try await world.deliver()
                world.service.clock.advance(by: .seconds(3600))
            }
            #expect(world.pushService.received.count == 6)
        }
    }

    /// News that come while a message waits take its place, and don't hasten it.
    @Test func newsDoNotHastenAMessageThatIsPutOff() async throws {
        try await PushWorld.run { world in
            let browser = try await world.subscribe()
            world.pushService.plan(.instead(StandInAnswer(429, nil, headers: ["Retry-After": "600"])), to: browser)
            let session = try await world.service.createSession(in: world.team)
            try await world.end(session, saying: "First.")
            try await world.deliver()
            world.service.clock.advance(by: .seconds(60))
            try await world.goOn(with: session)
            try await world.end(session, saying: "Second.")
            try await world.deliver()
            #expect(world.pushService.received.count == 1)
            world.service.clock.advance(by: .seconds(540))
            try await world.deliver()
            #expect(world.pushService.accepted.map { $0.payload["body"] } == ["Finished: Second."])
        }
    }

    /// Nothing tells it from one that wasn't taken: it is sent again, and replaces the first by its topic.
    @Test func aMessageWhoseAnswerIsLostIsSentAgain() async throws {
        try await PushWorld.run(timeout: .seconds(5)) { world in
            let browser = try await world.subscribe()
            world.pushService.plan(.losingTheAnswer, to: browser)
            try await world.end(world.service.createSession(in: world.team))
            try await world.deliver()
            world.service.clock.advance(by: .seconds(10))
            try await world.deliver()
            #expect(world.pushService.accepted.count == 2)
            #expect(Set(world.pushService.accepted.map(\.topic)).count == 1)
        }
    }

    /// Unsent messages are in the database: a worker that starts later sends them, and sends no delivered message
    /// again.
    @Test func anotherWorkerGoesOnWhereOneEnded() async throws {
        try await PushWorld.run { world in
            let (first, second) = (try await world.subscribe(), try await world.subscribe())
            world.pushService.plan(.instead(StandInAnswer(503, nil)), to: second)
            try await world.end(world.service.createSession(in: world.team))
            try await world.deliver()
            world.service.clock.advance(by: .seconds(10))
            let next = PushDelivery(
                events: world.service.store.events, push: world.service.store.push, client: world.delivery.client,
                clock: world.service.clock.clock, logger: .silent)
            while try await next.deliverDue() {}
            #expect(world.pushService.accepted.map(\.endpoint) == [first.endpoint, second.endpoint])
        }
    }

    /// The worker as it runs in the server, started by change signals.
    @Test func aRunningWorkerSendsByItself() async throws {
        try await PushWorld.run { world in
            _ = try await world.subscribe()
            let worker = Task { await world.delivery.run() }
            defer { worker.cancel() }
            try await world.end(world.service.createSession(in: world.team))
            try await eventually { world.pushService.accepted.count == 1 }
            try await eventually { try await world.devices().first?["deliveredAt"] != nil }
        }
    }
}
