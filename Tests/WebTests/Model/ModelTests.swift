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
