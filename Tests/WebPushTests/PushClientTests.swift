import Domain
import EgressProxy
import Foundation
import Synchronization
import TestSupport
import Testing
import WebPush

/// Requests to a push service, and the handling of its responses.
@Suite(.timeLimit(.minutes(15)))
struct PushClientTests {
    private static let now = Timestamp(milliseconds: 1_770_804_000_000)
    private static let message = PushMessage(
        payload: Array(#"{"title":"Fix the build"}"#.utf8), topic: "abc_-123", urgency: .high,
        lifetime: .seconds(86_400))

    private static func send(
        _ message: PushMessage = message, to browser: StandInBrowser, of service: PushServiceStandIn,
        timeout: Duration = .seconds(60)
    ) async throws -> PushAnswer {
        let client = PushClient(contact: "mailto:ops@example.com", services: [try service.service], timeout: timeout)
        return try await client.send(
            message, to: PushEndpoint(reading: browser.endpoint), for: browser.keys, signedBy: ServerKey(), at: now)
    }

    @Test func aMessageArrives() async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let answer = try await Self.send(to: service.browser(), of: service)
            #expect(answer == .accepted)
            let received = try #require(service.received.first)
            #expect(received.payload == ["title": "Fix the build"])
            #expect(received.ttl == 86_400)
            #expect(received.urgency == "high")
            #expect(received.topic == "abc_-123")
        }
    }

    @Test func theLongestMessageArrives() async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let text = String(repeating: "x", count: MessageEncryption.capacity - 2)
            let long = PushMessage(payload: Array("\"\(text)\"".utf8), topic: nil, urgency: .normal, lifetime: .zero)
            let answer = try await Self.send(long, to: service.browser(), of: service)
            #expect(answer == .accepted)
            #expect(service.received.first?.size == 4096)
            #expect(service.received.first?.payload == .string(text))
        }
    }

    @Test(arguments: [404, 410])
    func aSubscriptionThatIsNoMoreIsGone(_ status: Int) async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            service.plan(.instead(StandInAnswer(status, nil)), to: browser)
            let answer = try await Self.send(to: browser, of: service)
            #expect(answer == .gone)
        }
    }

    /// A redirect is none either: it would lead past the check of addresses.
    @Test(arguments: [302, 307, 400, 401, 403, 413])
    func whatIsRefusedIsNotToBeSentAgain(_ status: Int) async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            let redirect = StandInAnswer(
                status, ["reason": "Bad\u{7}Token"], headers: ["Location": "\(service.origin)/push/1"])
            service.plan(.instead(redirect), to: browser)
            let reason = "The push service answered \(status): {\"reason\":\"Bad\\u0007Token\"}"
            let answer = try await Self.send(to: browser, of: service)
            #expect(answer == .refused(reason: reason))
            #expect(service.received.count == 1)
        }
    }

    @Test(arguments: [
        (429, "120", Duration.seconds(120)), (503, "Wed, 11 Feb 2026 10:05:00 GMT", .seconds(300)),
        (500, "Wed, 11 Feb 2026 09:05:00 GMT", .zero), (502, "soon", nil), (503, "-1", nil), (500, nil, nil),
    ])
    func whatIsPostponedSaysUntilWhen(_ status: Int, _ retryAfter: String?, _ wait: Duration?) async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            let headers = retryAfter.map { ["Retry-After": $0] } ?? [:]
            service.plan(.instead(StandInAnswer(status, nil, headers: headers)), to: browser)
            let answer = try await Self.send(to: browser, of: service)
            #expect(answer == .postponed(reason: "The push service answered \(status)", after: wait))
        }
    }

    @Test func aServiceThatDoesNotAnswerIsNotWaitedForForEver() async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            service.plan(.hang, to: browser)
            let answer = try await Self.send(to: browser, of: service, timeout: .milliseconds(500))
            let reason = "The push service can't be reached: it didn't answer in time."
            #expect(answer == .postponed(reason: reason, after: nil))
        }
    }

    /// DNS may say something else than when the subscription was made.
    @Test func aPrivateAddressIsNotConnectedTo() async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            let port = try PushEndpoint(reading: browser.endpoint).destination.port
            let client = PushClient(
                contact: "mailto:ops@example.com",
                resolver: HostResolver { _ in [IPAddress("127.0.0.1"), IPAddress("10.0.0.1")].compactMap(\.self) })
            let answer = try await client.send(
                Self.message, to: PushEndpoint(reading: "http://push.example.com:\(port)/push/1"), for: browser.keys,
                signedBy: ServerKey(), at: Self.now)
            #expect(answer == .refused(reason: "The push service's address leads to a private network."))
            #expect(service.received.isEmpty)
        }
    }

    /// The checked address is the one that is connected to: the name is resolved only once.
    @Test func theAddressThatWasCheckedIsConnectedTo() async throws {
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let browser = service.browser()
            let port = try PushEndpoint(reading: browser.endpoint).destination.port
            let lookUps = Mutex(0)
            let client = PushClient(
                contact: "mailto:ops@example.com", services: [try AllowedHost("push.invalid:\(port)")],
                resolver: HostResolver { _ in
                    lookUps.withLock { $0 += 1 }
                    return [IPAddress("127.0.0.1")].compactMap(\.self)
                })
            let answer = try await client.send(
                Self.message, to: PushEndpoint(reading: "http://push.invalid:\(port)/nowhere"), for: browser.keys,
                signedBy: ServerKey(), at: Self.now)
            #expect(answer == .gone)
            #expect(lookUps.withLock { $0 } == 1)
        }
    }

    @Test func aHostThatDNSDoesNotKnowMayBeKnownLater() async throws {
        let client = PushClient(
            contact: "mailto:ops@example.com",
            resolver: HostResolver { _ in throw InvalidValue("was not found in DNS") })
        try await PushServiceStandIn.run(now: { Self.now }) { service in
            let answer = try await client.send(
                Self.message, to: client.endpoint("https://push.example.com/a"), for: service.browser().keys,
                signedBy: ServerKey(), at: Self.now)
            let reason = "The push service can't be reached: its host was not found in DNS."
            #expect(answer == .postponed(reason: reason, after: nil))
        }
    }

    @Test func aHostInAPrivateNetworkIsRefusedAtOnce() async throws {
        let client = PushClient(
            contact: "mailto:ops@example.com",
            resolver: HostResolver { _ in [IPAddress("192.168.1.7")].compactMap(\.self) })
        await #expect(throws: InvalidValue("must not lead to a private network")) {
            try await client.endpoint("https://push.example.com/a")
        }
    }
}
