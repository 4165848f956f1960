import Domain
import FoundationEssentials
import Logging
import Runs
import ServiceLifecycle
import Storage
import Web
import WebPush

/// Sends queued notifications to people's devices: at once when something happens, and later those that a push service
/// has postponed. Notifications without an answer when the server ends are sent again at the next start.
struct PushDelivery: NamedService {
    let events: EventStore
    let push: PushStore
    let client: PushClient
    let clock: Clock
    let logger: Logger
    /// How often the queue is checked for notifications that have become due.
    var interval: Duration = .seconds(1)

    func run() async {
        await cancelWhenGracefulShutdown {
            await makeKey()
            let (looks, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            // Subscribed before the first check, so that no change is missed.
            let signals = events.changeSignal.signals()
            await withDiscardingTaskGroup { group in
                group.addTask { for await _ in signals { continuation.yield() } }
                group.addTask {
                    repeat { continuation.yield() } while (try? await Task.sleep(for: interval)) != nil
                    continuation.finish()
                }
                for await _ in looks { await deliver() }
                group.cancelAll()
            }
        }
    }

    /// Created at the start, because devices need the public key to subscribe.
    private func makeKey() async {
        do {
            _ = try await push.serverKey(at: clock.now())
        } catch is CancellationError {
            return
        } catch {
            logger.error("notifications can't be sent", metadata: ["error": "\(error)"])
        }
    }

    private func deliver() async {
        do {
            while try await deliverDue() {}
        } catch is CancellationError {
            return
        } catch {
            logger.error("notifications were not sent", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: .seconds(30))
        }
    }

    /// Sends the due notifications, all of one read concurrently: a push service that doesn't answer delays others only
    /// until its timeout.
    ///
    /// - Returns: whether there were any.
    func deliverDue() async throws -> Bool {
        let due = try await push.due(at: clock.now())
        guard !due.isEmpty else { return false }
        let key = try await push.serverKey(at: clock.now())
        try await withThrowingDiscardingTaskGroup { group in
            for message in due {
                group.addTask { try await send(message, signedBy: key) }
            }
        }
        return true
    }

    private func send(_ pending: PendingPush, signedBy key: ServerKey) async throws {
        let keys = (Data(pending.publicKey), Data(pending.authentication))
        guard let recipient = try? RecipientKeys(publicKey: keys.0, authentication: keys.1) else {
            // The stored keys are damaged, since they were validated at subscription: no device can decrypt with them.
            return try await push.settle(pending, .gone, at: clock.now())
        }
        let answer = try await client.send(
            PushMessage(pending), to: pending.endpoint, for: recipient, signedBy: key, at: clock.now())
        try await push.settle(pending, result(of: answer, for: pending), at: clock.now())
    }

    private func result(of answer: PushAnswer, for pending: PendingPush) -> PushResult {
        switch answer {
        case .accepted: .accepted
        case .gone: .gone
        case .refused(let reason): .refused(reason: reason)
        case .postponed(let reason, let wait):
            // A notification is useless after a day.
            .postponed(reason: reason, until: clock.now() + min(max(pending.pause, wait ?? .zero), .seconds(86_400)))
        }
    }
}
