import Domain
import TestSupport

@testable import Storage

extension StatementDriver {
    func useRunners() async throws {
        let (runners, now) = (store.runners, clock.now)
        let token = RunnerToken(
            id: .random(), organizationID: organization, name: "Rack 1", labels: try RunnerLabels(["gpu"]),
            createdAt: now)
        _ = try await runners.create(token, digest: Self.digest, limit: 10, once: Self.once())
        _ = try await (runners.tokens(readableIn: organization), runners.tokens(readableIn: nil))
        _ = try await runners.find(token.id)
        try await runners.recordUse(of: token.id, version: "0.2.0", at: now)
        try await runners.revoke(token.id, of: organization, at: now)
    }
}
