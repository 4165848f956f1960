import Domain
import Storage
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)))
struct RunEnvironmentTests {
    /// Makes the organization's default environment.
    private func setUp(_ home: RunHome, script: String) async throws {
        let draft = EnvironmentDraft(
            name: "Tests", isDefault: true, repository: nil, setupScript: script,
            variables: try EnvironmentVariables(["GREETING": "good morning"]))
        let performed = try await home.store.environments.create(
            draft, in: home.organization, at: home.clock.now, once: nil)
        guard case .now(let environment) = performed else { throw CancellationError() }
        try await home.store.environments.setSecret(
            try VariableName("PASSPHRASE"), to: try SecretValue("open sesame"), of: environment.outline.id,
            in: home.organization, at: home.clock.now)
    }

    @Test func theAgentFindsWhatWasSetUpAndItsSecretsAreBlottedOut() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; answer "$(cat made-by-setup) $GREETING, I say $PASSPHRASE""#)
        try await setUp(home, script: "echo \"Set up with ${#PASSPHRASE} characters.\" > made-by-setup")
        try await home.working {
            let id = try await home.create("Greet")
            #expect(try await home.end(of: id).session.failure == nil)
            #expect(try await home.texts(id) == ["Greet", "Set up with 11 characters. good morning, I say ***"])
        }
    }

    @Test func whatTheSetUpMadeIsNoPartOfTheChanges() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo two >> file.txt; answer Done.")
        try await setUp(home, script: "mkdir conf; echo \"token=$PASSPHRASE\" > conf/.npmrc")
        try await home.working {
            let id = try await home.create("Go")
            #expect(try await home.end(of: id).session.failure == nil)
            let changes = try await home.store.runs.changes(of: id, in: home.organization).changes
            #expect(changes?.files.map(\.path) == ["file.txt"])
        }
    }

    @Test func aSecretAmongTheChangesIsNeitherKeptNorPublished() async throws {
        let home = try await RunHome(agent: #"read_prompt; begin; echo "$PASSPHRASE" > file.txt; answer Done."#)
        try await setUp(home, script: "true")
        try await home.working {
            let id = try await home.create("Go")
            let failure = try await home.end(of: id).session.failure
            #expect(failure == "The changes contain a secret of the environment, and were not kept.")
            #expect(try await home.store.runs.changes(of: id, in: home.organization).changes == nil)
        }
    }

    @Test func aSetUpScriptThatFailsIsTheReasonWithoutItsSecrets() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; answer Done.")
        try await setUp(home, script: "echo \"no $PASSPHRASE\" >&2; exit 4")
        try await home.working {
            let detail = try await home.end(of: try await home.create("Greet"))
            #expect(detail.session.failure == "The set-up script failed (exit code 4): no ***\n")
        }
    }
}
