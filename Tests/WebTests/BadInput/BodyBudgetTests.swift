import Domain
import Testing

@testable import Web

struct BodyBudgetTests {
    private static let mebibyte = 1_048_576

    @Test func longBodiesLeaveRoomForShortOnes() throws {
        let budget = BodyBudget(capacity: 8 * Self.mebibyte)
        let long = BodyMemory(of: budget)
        for _ in 0..<7 { try long.charge(Self.mebibyte, for: .caller) }
        #expect(throws: DomainError.self) { try long.charge(1, for: .caller) }
        #expect(throws: DomainError.self) { try BodyMemory(of: budget).charge(BodyLimit.stranger + 1, for: .caller) }
        try BodyMemory(of: budget).charge(BodyLimit.stranger, for: .stranger)
    }

    @Test func strangersGetAQuarter() throws {
        let budget = BodyBudget(capacity: 8 * Self.mebibyte)
        let long = BodyMemory(of: budget)
        for _ in 0..<2 { try long.charge(Self.mebibyte, for: .stranger) }
        #expect(throws: DomainError.self) { try long.charge(1, for: .stranger) }
        try BodyMemory(of: budget).charge(Self.mebibyte, for: .caller)
    }

    @Test func whatWasTakenComesBack() throws {
        let budget = BodyBudget(capacity: 8 * Self.mebibyte)
        for _ in 0..<20 { try BodyMemory(of: budget).charge(5 * Self.mebibyte, for: .caller) }
    }

    @Test func aRefusalSaysWhenToComeBack() throws {
        let memory = BodyMemory(of: BodyBudget(capacity: 8))
        let error = #expect(throws: DomainError.self) { try memory.charge(9, for: .caller) }
        #expect(error?.code == .unavailable && error?.retryAfter == 5)
    }
}
