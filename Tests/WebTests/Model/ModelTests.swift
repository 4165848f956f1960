import Domain
import HTTPTypes
import TestSupport
import Testing

/// Thousands of random operations on two organizations, every answer compared with a plain model of the contract.
struct ModelTests {
    @Test(arguments: [1, 2, 3])
    func theServiceAnswersAsTheModelDoes(seed: UInt64) async throws {
        try await TestService.run { service in
            var driver = try await ModelDriver(service: service, seed: seed)
            for _ in 0..<700 {
                try await driver.change()
                try await driver.compare()
            }
            try await driver.compareEverything()
        }
    }
}

/// A generator whose numbers depend on its seed only (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
