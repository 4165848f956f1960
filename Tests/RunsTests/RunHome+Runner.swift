import Domain
import Foundation
import Runner
import TestSupport

@testable import Runs

extension RunHome {
    /// A token for runners; by default for all of the server's runs.
    func makeToken(
        _ name: String = "Test runner", for organization: OrganizationID? = nil, labels: [String] = []
    ) async throws -> (token: RunnerToken, text: String) {
        try await LocalRoutes.makeRunnerToken(
            name, for: organization, labels: RunnerLabels(labels), in: store, at: clock.now)
    }

    /// Serves the runners of `hub` at an address while `work` runs.
    func serving(
        _ hub: RunnerHub, _ work: @Sendable @escaping (_ address: String) async throws -> Void
    ) async throws {
        try await LocalRoutes.whileServing(store, clock: clock.clock, runners: hub) { port in
            try await work("http://127.0.0.1:\(port)")
        }
    }

    /// The settings of a runner that has the same agent.
    ///
    /// - Parameter name: of its directory; each runner needs one of its own.
    func runnerConfiguration(_ address: String, name: String = "runner") async throws -> RunnerConfiguration {
        var runner = RunnerConfiguration(
            server: try RunnerServerURL(address), token: HiddenText(try await makeToken(name).text),
            directory: "\(directory.path)/\(name)",
            programs: RunnerPrograms(agentPath: nil, ownPath: "", ownLibraries: [], resolved: { $0 }))
        runner.searchPath = configuration.searchPath
        runner.readOnlyPaths = configuration.readOnlyPaths
        runner.variables = configuration.variables
        runner.secrets = configuration.secrets
        runner.resolver = configuration.resolver
        return runner
    }

    /// Has a runner work for as long as `test` does.
    func withRunner(
        _ hub: RunnerHub, name: String = "runner", _ test: @Sendable @escaping () async throws -> Void
    ) async throws {
        try await serving(hub) { address in
            let runner = RunnerService(try await self.runnerConfiguration(address, name: name), logger: .silent)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await runner.run() }
                group.addTask(operation: test)
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }
}
