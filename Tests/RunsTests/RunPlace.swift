import Testing

/// The machine that a test's agents run on.
enum RunPlace: Sendable, CaseIterable {
    case server, runner

    @TaskLocal static var current = RunPlace.server
}

/// Runs each test twice, with the agents on the server's machine and on a runner: the same holds for both.
struct EachPlace: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        for place in RunPlace.allCases {
            try await RunPlace.$current.withValue(place) { try await function() }
        }
    }
}

extension Trait where Self == EachPlace {
    static var onEachPlace: Self { EachPlace() }
}
