import Domain
import Foundation
import TestSupport

@testable import Storage

extension StatementDriver {
    func usePush() async throws {
        let (push, now) = (store.push, clock.now)
        _ = try await push.privateKey(at: now) { Data(count: 32) }
        let (first, second) = (try await subscribe("a"), try await subscribe("b"))
        _ = try await push.subscriptions(of: author.id)
        _ = try await push.choose([.waits: false, .failed: true], of: author.id)
        _ = try await push.kinds(of: author.id)
        try await push.test(first, of: author.id, at: now)
        let noRuns = SessionStore(connections: connections, queuesRuns: false)
        let draft = SessionDraft(organizationID: organization, prompt: "Paint", repository: nil, model: nil)
        for results: [PushResult] in [
            [.accepted], [.refused(reason: "no")], [.postponed(reason: "later", until: now)], [.gone],
        ] {
            guard case .now(let session) = try await noRuns.create(draft, by: author, at: now, once: nil) else {
                return
            }
            _ = try await noRuns.appendAgentLines(
                TranscriptLines.parse(Self.result), to: session.id, of: organization, at: now, once: nil)
            for (pending, result) in zip(try await push.due(at: now), results + results) {
                try await push.settle(pending, result, at: now)
            }
        }
        let bob = try Self.user("pushed")
        try await store.accounts.add(bob, to: organization, as: .member, at: now)
        let third = try await subscribe("c", of: bob.id)
        try await push.test(third, of: bob.id, at: now)
        try await store.accounts.disable(bob.email, at: now)
        _ = try await push.due(at: now)
        try? await push.unsubscribe(second, of: author.id)
    }

    private func subscribe(_ path: String, of user: UserID? = nil) async throws -> PushSubscriptionID {
        let draft = PushSubscriptionDraft(
            endpoint: try PushEndpoint("https://push.example.com/\(path)"), publicKey: [UInt8](repeating: 4, count: 65),
            authentication: [UInt8](repeating: 1, count: 16), name: "Firefox")
        let performed = try await store.push.subscribe(
            draft, of: user ?? author.id, in: .random(), at: clock.now, once: Self.once())
        guard case .now(let subscription) = performed else { throw CancellationError() }
        return subscription.id
    }
}
