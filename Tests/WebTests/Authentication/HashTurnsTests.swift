import Domain
import Synchronization
import TestSupport
import Testing

@testable import Web

struct HashTurnsTests {
    private static func network(_ text: String) -> ClientAddress { ClientAddress(IPAddress(text)) }

    /// Waits for a turn and notes it.
    private static func wait(
        _ turns: HashTurns, _ order: Order, _ name: String, _ rank: HashRequester.Rank, _ address: String
    ) async throws {
        try await turns.begin(for: HashRequester(rank, network: network(address)))
        order.names.withLock { $0.append(name) }
        turns.end()
    }

    @Test func administratorsGoFirstThenKnownBrowsersThenTheNetworkThatWaitedLongest() async throws {
        let turns = HashTurns(turns: 1)
        let order = Order()
        try await turns.begin(for: .administrator)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let waiting: [(String, HashRequester.Rank, String)] = [
                ("a1", .stranger, "192.0.2.1"), ("a2", .stranger, "192.0.2.1"), ("a3", .stranger, "192.0.2.1"),
                ("b1", .stranger, "192.0.2.2"), ("known", .known, "192.0.2.1"), ("admin", .administrator, "192.0.2.3"),
            ]
            for (index, (name, rank, address)) in waiting.enumerated() {
                group.addTask { try await Self.wait(turns, order, name, rank, address) }
                try await eventually { turns.waiting == index + 1 }
            }
            turns.end()
            try await group.waitForAll()
        }
        #expect(order.names.withLock { $0 } == ["admin", "known", "b1", "a1", "a2", "a3"])
    }

    @Test func noNetworkHoldsMoreThanItsShareAndTheQueueIsShort() async throws {
        let turns = HashTurns(turns: 1)
        try await turns.begin(for: .administrator)
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            for number in 0..<HashTurns.places {
                let address = "192.0.2.\(number / HashTurns.share)"
                group.addTask {
                    try? await turns.begin(for: HashRequester(.stranger, network: Self.network(address)))
                }
                try await eventually { turns.waiting == number + 1 }
                guard number == HashTurns.share - 1 else { continue }
                let refused = await #expect(throws: DomainError.self) {
                    try await turns.begin(for: HashRequester(.stranger, network: Self.network("192.0.2.0")))
                }
                #expect(refused?.code == .tooOften)
            }
            let refused = await #expect(throws: DomainError.self) {
                try await turns.begin(for: HashRequester(.stranger, network: Self.network("192.0.2.99")))
            }
            #expect(refused?.code == .unavailable)
            // The places of others are their own.
            group.addTask {
                try? await turns.begin(for: HashRequester(.known, network: Self.network("192.0.2.0")))
            }
            try await eventually { turns.waiting == HashTurns.places + 1 }
        }
        #expect(turns.waiting == 0)
    }

    @Test func whoIsCancelledGivesUpTheirPlace() async throws {
        let turns = HashTurns(turns: 1)
        try await turns.begin(for: .administrator)
        let waiting = Task { try await turns.begin(for: .administrator) }
        try await eventually { turns.waiting == 1 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(turns.waiting == 0)
        turns.end()
        try await turns.begin(for: .administrator)
    }

    @Test func whoHasGoneIsNotHashed() async throws {
        let passwords = PasswordHasher(cost: TestService.cheapCost)
        let gone = HashRequester(.stranger, network: Self.network("192.0.2.1")) { true }
        await #expect(throws: DomainError.self) { try await passwords.hash("a password", for: gone) }
        _ = try await passwords.hash("a password", for: .administrator)
    }
}

private final class Order: Sendable {
    let names = Mutex<[String]>([])
}
