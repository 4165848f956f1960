import Domain
import Storage
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)))
struct RunEnvironmentTests {
    /// Makes the organization's default environment.
    private func setUp(_ home: RunHome, script: String, secret: String = "open sesame") async throws {
        let draft = EnvironmentDraft(
            name: "Tests", isDefault: true, repository: nil, setupScript: script,
            variables: try EnvironmentVariables(["GREETING": "good morning"]))
        let performed = try await home.store.environments.create(
            draft, in: home.organization, at: home.clock.now, once: nil)
        guard case .now(let environment) = performed else { throw CancellationError() }
        try await home.store.environments.setSecret(
            try VariableName("PASSPHRASE"), to: try SecretValue(secret), of: environment.outline.id,
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

    private static let noPublisher = PullRequestPublisher(host: "git.test") { _ in
        Issue.record("A pull request was opened.")
        throw PullRequestRefusal(reason: "no")
    }

    @Test(arguments: [
        ("echo \"$PASSPHRASE\" > file.txt", "file.txt of commit "),
        ("echo a > a; git add a; git commit -qm \"$PASSPHRASE\"", "the message of commit "),
        ("echo \"$PASSPHRASE\" > a; git add a; git commit -qm a; git rm -q a; git commit -qm b", "a of commit "),
        ("echo a > \"$PASSPHRASE\"", "a file name of commit "),
    ])
    func aSecretInWhatWouldBePushedStopsThePush(script: String, place: String) async throws {
        let home = try await RunHome(agent: "read_prompt; begin; \(script); answer Done.")
        try await setUp(home, script: "true")
        try await home.working(publisher: Self.noPublisher) {
            let id = try await home.create("Go")
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            let note = try #require(detail.run?.note)
            #expect(note.hasPrefix("Nothing was pushed since a secret stands in \(place)") && !note.contains("sesame"))
            let changes = try await home.store.runs.changes(of: id, in: home.organization).changes
            let patch = String(decoding: changes?.patch ?? [], as: UTF8.self)
            #expect(!patch.contains("sesame"))
            #expect(changes?.files.contains { $0.path.contains("sesame") } != true)
            let branches = try await home.shell("git branch --list 'agent*'", in: "app")
            #expect(branches == "")
        }
    }

    @Test func aSecretInTheNameOfTheBranchStopsThePush() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo a > a; answer Done.")
        try await setUp(home, script: "true", secret: "open-sesame")
        try await home.working(publisher: Self.noPublisher) {
            let detail = try await home.end(of: try await home.create("Use open-sesame here"))
            #expect(detail.run?.note?.contains("the name of the branch") == true)
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
