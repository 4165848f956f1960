import Testing

/// What a test's server speaks.
enum Transport: Sendable, CaseIterable {
    case plain, tls

    @TaskLocal static var current = Transport.plain

    var certificate: TestCertificate? {
        get throws { self == .tls ? try TestCertificate.shared() : nil }
    }
}

/// Runs each test twice, over plain HTTP and over TLS: the same holds for both.
struct EachTransport: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        for transport in Transport.allCases {
            try await Transport.$current.withValue(transport) { try await function() }
        }
    }
}

extension Trait where Self == EachTransport {
    static var onEachTransport: Self { EachTransport() }
}
