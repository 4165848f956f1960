package import Domain
import Hummingbird
import HummingbirdTesting
import Logging
package import RunnerLink
package import Storage
import Web

/// The real routes on a real socket of this machine, over a store that a test has opened.
package enum LocalRoutes {
    /// Stores a token for runners, and returns it with its text.
    package static func makeRunnerToken(
        _ name: String, for organization: OrganizationID?, labels: RunnerLabels, in store: DataStore, at time: Timestamp
    ) async throws -> (token: RunnerToken, text: String) {
        let secret = SecretToken(.runner)
        let token = RunnerToken(
            id: secret.runnerTokenID, organizationID: organization, name: name, labels: labels, createdAt: time)
        _ = try await store.runners.create(token, digest: secret.digest, once: nil)
        return (token, secret.text)
    }

    /// Serves while `body` runs, which receives the port on 127.0.0.1.
    package static func whileServing(
        _ store: DataStore, clock: Clock, runners: any RunnerGateway,
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let services = Services(
            store: store, clock: clock, passwords: PasswordHasher(cost: TestService.cheapCost),
            configuration: WebConfiguration(
                address: PublicAddress(TestService.origin), origins: [TestService.origin], isSecure: false),
            push: .offline, runners: runners)
        services.setUpGate.open()
        let application = Application(
            responder: RequestTask(makeRouter(services).buildResponder()),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: .silent)
        try await application.test(.live) { client in
            try await body(client.port ?? 0)
        }
    }
}
