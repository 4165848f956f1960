import Domain
import RunnerLink
import TestSupport
import Testing

@testable import Runs

/// A runner whose every step a test makes itself.
struct HandRunner {
    let hub: RunnerHub
    let token: RunnerToken

    func claim() async throws -> any RunnerLeaseGateway {
        let wait = try hub.wait(with: RunnerClaim(version: ServiceVersion.current, labels: []), by: token)
        let assignment = try #require(await wait.assignment(within: .seconds(60)))
        return try hub.lease(assignment.lease, of: token)
    }

    /// Claims a run, and waits for the order to start its agent.
    func start() async throws -> (lease: any RunnerLeaseGateway, process: Int) {
        let lease = try await claim()
        let orders = try await orders(of: lease) { if case .start = $0 { true } else { false } }
        for case .start(let command) in orders.map(\.action) { return (lease, command.process) }
        throw CancellationError()
    }

    /// Waits for an order of a kind.
    func orders(
        of lease: any RunnerLeaseGateway, until isIt: (RunnerOrder.Action) -> Bool
    ) async throws -> [RunnerOrder] {
        var seen: [RunnerOrder] = []
        while !seen.contains(where: { isIt($0.action) }) {
            let last = seen.last?.number ?? 0
            try lease.renew(acknowledging: last)
            let answer = await lease.orders(after: last)
            guard !answer.isOver else { throw CancellationError() }
            seen += answer.orders
        }
        return seen
    }

    /// Lines as an agent prints them.
    static func lines(_ texts: String..., answer: String? = nil) -> [UInt8] {
        var lines = [#"{"session_id":"x","type":"system","subtype":"init"}"#]
        lines += texts.map {
            #"{"session_id":"x","type":"assistant","message":{"content":[{"type":"text","text":"\#($0)"}]}}"#
        }
        if let answer {
            lines.append(
                #"{"session_id":"x","type":"result","subtype":"success","is_error":false,"result":"\#(answer)"}"#)
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// Whether a runner is refused because its lease is over.
func isLeaseOver(_ work: () async throws -> Void) async throws -> Bool {
    do {
        try await work()
        return false
    } catch let error as DomainError where error.code == .conflict {
        return true
    }
}
