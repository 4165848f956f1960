import Domain
import HTTPTypes
import Logging
import Storage
import TestSupport
import Web
import WebPush

@testable import Server

/// A service whose people have devices at a push service on this machine.
struct PushWorld: Sendable {
    let service: TestService
    let pushService: PushServiceStandIn
    let team: Team
    let delivery: PushDelivery

    static func run(
        timeout: Duration = .seconds(60), _ test: @escaping @Sendable (PushWorld) async throws -> Void
    ) async throws {
        // Tokens are valid for hours: that the service's clock moves on makes no difference.
        try await PushServiceStandIn.run(now: { TestClock().now }) { pushService in
            let client = PushClient(
                contact: "mailto:ops@example.com", services: [try pushService.service], timeout: timeout)
            try await TestService.run(push: client) { service in
                let delivery = PushDelivery(
                    events: service.store.events, push: service.store.push, client: client,
                    clock: service.clock.clock, logger: .silent)
                try await test(
                    PushWorld(
                        service: service, pushService: pushService, team: try await service.makeTeam(),
                        delivery: delivery))
            }
        }
    }

    /// Subscribes a device of a person, or the owner's.
    func subscribe(_ person: Person? = nil) async throws -> StandInBrowser {
        let cookie = (person ?? team.owner).cookie
        let key = try await service.send(.get, "/api/push/key", as: cookie).json["publicKey"]?.text
        let browser = pushService.browser(serverKey: key)
        let body =
            #"{"endpoint":"\#(browser.endpoint)","keys":{"p256dh":"\#(browser.p256dh)","auth":"\#(browser.auth)"}}"#
        let answer = try await service.send(.post, "/api/me/push-subscriptions", as: cookie, body: body)
        guard answer.status == 201 else { throw DomainError.invalid(answer.body) }
        return browser
    }

    /// Has a session end as an agent's `result` line says.
    func end(_ session: String, saying text: String = "All tests pass now.", failing: Bool = false) async throws {
        let result = JSONValue.object([
            "type": "result", "subtype": failing ? "error_during_execution" : "success", "is_error": .bool(failing),
            "result": .string(text),
        ])
        let answer = JSONValue.object(["type": "assistant", "message": ["content": .string(text)]])
        let lines = (failing ? [result] : [answer, result]).map(\.json).joined(separator: "\n")
        let status = try await service.report(lines, to: session, of: team).status
        guard status == 201 else { throw DomainError.invalid("not taken: \(status)") }
    }

    /// Has somebody set the session to work again.
    func goOn(with session: String, by person: Person? = nil) async throws {
        let cookie = (person ?? team.owner).cookie
        try await service.send(.post, "/api/sessions/\(session)/messages", as: cookie, body: #"{"content":"Go on"}"#)
    }

    /// Sends all that is due now.
    func deliver() async throws {
        while try await delivery.deliverDue() {}
    }

    /// A person's devices, as they see them.
    func devices(_ person: Person? = nil) async throws -> [JSONValue] {
        let path = "/api/me/push-subscriptions"
        let answer = try await service.send(.get, path, as: (person ?? team.owner).cookie)
        return answer.json["pushSubscriptions"]?.elements ?? []
    }
}
