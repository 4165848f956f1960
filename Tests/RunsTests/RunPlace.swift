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
        let isOnServerOnly = test.traits.contains { $0 is OnServerOnly }
        for place in isOnServerOnly ? [RunPlace.server] : RunPlace.allCases {
            try await RunPlace.$current.withValue(place) { try await function() }
        }
    }
}

/// Runs a test of such a suite once, with the agents on the server's machine.
struct OnServerOnly: TestTrait {
    let comments: [Comment]
}

extension Trait where Self == EachPlace {
    static var onEachPlace: Self { EachPlace() }
}

extension Trait where Self == OnServerOnly {
    /// - Parameter reason: why the test says nothing about runners.
    static func onServerOnly(_ reason: Comment) -> Self { OnServerOnly(comments: [reason]) }
}
