import Domain
import Foundation
import Runner
import TestSupport
import Testing

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
        runner.space = configuration.space
        return runner
    }

    /// Has runners work for as long as `test` does.
    func withRunner(
        _ hub: RunnerHub, name: String = "runner", count: Int = 1,
        _ test: @Sendable @escaping () async throws -> Void
    ) async throws {
        try await serving(hub) { address in
            var runners: [RunnerService] = []
            for number in 1...count {
                let ownName = number == 1 ? name : "\(name)-\(number)"
                runners.append(
                    RunnerService(try await self.runnerConfiguration(address, name: ownName), logger: .silent))
            }
            try await withThrowingTaskGroup(of: Void.self) { [runners] group in
                for runner in runners { group.addTask { try await runner.run() } }
                group.addTask(operation: test)
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    /// The directory of a session's files on the machine where its agent works now, which is the only agent.
    func agentDirectory(of session: SessionID) throws -> String {
        guard RunPlace.current == .runner else { return "\(configuration.directory)/\(session.rawValue)" }
        let runs = directory.path + "/runner/runs"
        let names = try FileManager.default.contentsOfDirectory(atPath: runs)
        return "\(runs)/\(try #require(names.first))"
    }

    /// Writes a file where the session's agent works now.
    func write(_ bytes: [UInt8] = [], to path: String, of session: SessionID) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(agentDirectory(of: session))/\(path)"))
    }
}
