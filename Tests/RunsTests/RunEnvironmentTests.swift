import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)), .onEachPlace)
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

    @Test func theAgentFindsWhatWasSetUpAndItsSecretsAreRedacted() async throws {
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

    @Test func whatTheAgentChangesOfWhatTheSetUpMadeIsNamed() async throws {
        let home = try await RunHome(
            agent: #"""
                read_prompt; begin; echo two >> file.txt; echo more >> '[made] by *.txt'; echo new > 'm by x.txt'
                echo more > deep/in/it; answer Done.
                """#)
        try await setUp(home, script: "mkdir -p deep/in; echo x | tee '[made] by *.txt' deep/in/it deep/kept")
        try await home.working {
            let id = try await home.create("Go")
            let detail = try await home.end(of: id)
            let changes = try await home.store.runs.changes(of: id, in: home.organization).changes
            #expect(changes?.files.map(\.path) == ["file.txt", "m by x.txt"])
            #expect(detail.run?.leftOut.map(\.name) == ["[made] by *.txt", "deep/in/it"])
            #expect(detail.run?.leftOut.first?.reason.hasPrefix("The set-up script created it") == true)
        }
    }

    @Test func aLostKeyIsToldToPeople() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; answer Done.")
        try await setUp(home, script: "true")
        try FileManager.default.removeItem(atPath: home.directory.path + "/secrets.key")
        try await home.working {
            let id = try await home.create("Go")
            #expect(try await home.end(of: id).session.failure?.contains("operator to restore it") == true)
        }
    }

    private static let noPublisher = PullRequestPublisher { _ in
        Issue.record("A pull request was opened.")
        throw GitHostFailure(reason: "no")
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
            #expect(
                note.hasPrefix("Nothing was pushed, because a secret was found in \(place)") && !note.contains("sesame")
            )
            let changes = try await home.store.runs.changes(of: id, in: home.organization).changes
            let patch = String(decoding: changes?.patch ?? [], as: UTF8.self)
            #expect(!patch.contains("sesame"))
            #expect(changes?.files.contains { $0.path.contains("sesame") } != true)
            let branches = try await home.shell("git branch --list 'agent*'", in: "app")
            #expect(branches == "")
        }
    }

    @Test func aSecretThatTheAgentTakesOutOfItsHistoryHoldsNothingUpAnyMore() async throws {
        let home = try await RunHome(
            agent: #"""
                while read_prompt; do
                    begin
                    case "$prompt" in *Clean*) git reset -q --soft origin/HEAD; git commit -qm Clean;; esac
                    case "$prompt" in *Begin*) echo a > a; git add a; git commit -qm "$PASSPHRASE"; echo b > b;; esac
                    answer Done.
                done
                """#)
        try await setUp(home, script: "true")
        let publisher = PullRequestPublisher { _ in
            PullRequest(
                number: 1, url: try PullRequestURL("https://git.test/acme/app/pull/1"), status: .open, mergedAt: nil)
        }
        try await home.working(publisher: publisher) {
            let id = try await home.create("Begin")
            #expect(try await home.end(of: id).run?.note?.contains("the message of commit") == true)
            try await home.say("Clean up", in: id)
            try await eventually { try await home.texts(id).count { $0 == "Done." } == 2 }
            let detail = try await home.end(of: id)
            #expect(detail.run?.note == nil && detail.session.pullRequest?.number == 1)
            let log = try await home.shell("git log --format=%s \(detail.session.branch ?? "")", in: "app")
            #expect(log == "Clean\nStart\n")
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
