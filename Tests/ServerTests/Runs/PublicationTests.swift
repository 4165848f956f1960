import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

/// A running server whose agent's work becomes a pull request, and GitHub.
@Suite(.timeLimit(.minutes(15)))
struct PublicationTests {
    private static let script = #"""
        line() { printf '{"session_id":"0b7ce7bb-8c9f-4a3e-9d3c-0c2f9f2f3b51",%s}\n' "$1"; }
        while IFS= read -r prompt; do
            line '"type":"system","subtype":"init"'
            echo more >> file.txt
            line '"type":"result","subtype":"success","is_error":false,"result":"Done."'
        done
        """#

    private struct World {
        let home: SessionHome
        let session: SessionID
        let author: Author

        var origin: String { home.directory.path + "/git/acme/web-app" }

        /// A session that waits for its run, on a repository of this machine.
        init() async throws {
            home = try await SessionHome(sessions: 0)
            let directory = home.directory
            try script.write(toFile: directory.path + "/agent.sh", atomically: true, encoding: .utf8)
            try FileManager.default.createDirectory(
                atPath: directory.path + "/git/acme/web-app", withIntermediateDirectories: true)
            try Shell.run(
                """
                git init -q --bare -b main .
                tree=$(printf '100644 blob %s\\tfile.txt\\n' $(echo one | git hash-object -w --stdin) | git mktree)
                git update-ref refs/heads/main $(git -c user.name=Ada -c user.email=a@b commit-tree -m Start $tree)
                """, in: directory.path + "/git/acme/web-app")
            let store = try DataStore(
                openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent,
                queuesRuns: true)
            let member = try #require(try await store.members.members(of: home.organization).first)
            author = Author(id: member.user.id, name: member.user.name, imageURL: nil)
            let url = RepositoryURL(host: "github.com", owner: "acme", name: "web-app")
            let draft = SessionDraft(
                organizationID: home.organization, prompt: "Add more to the file",
                repository: Repository(url: url, baseBranch: nil), model: nil)
            let created = try await store.sessions.create(draft, by: author, at: Clock.system.now(), once: nil)
            guard case .now(let session) = created else { throw CancellationError() }
            self.session = session.id
        }

        func environment(_ gitHub: GitHubStandIn) -> [String: String] {
            [
                "LODESTONE_AGENT_COMMAND": "/bin/sh,\(home.directory.path)/agent.sh",
                "LODESTONE_AGENT_PATHS": home.directory.path + "/agent.sh",
                "LODESTONE_REPOSITORY_HOSTS": "github.com=\(home.directory.path)/git",
                "LODESTONE_GITHUB_API_URL": gitHub.apiURL, "LODESTONE_GITHUB_TOKEN": GitHubStandIn.token,
                "LODESTONE_GITHUB_POLL_SECONDS": "0",
            ]
        }

        func shown(by server: RunningServer) async throws -> JSONValue {
            guard case .key(let key) = home.key else { throw CancellationError() }
            let answer = try await server.get("/api/sessions/\(session)", key: key)
            return try #require(try JSONValue(parsing: answer.body)["session"])
        }

        func ended(_ server: RunningServer) async throws -> JSONValue {
            try await eventually { try await shown(by: server)["run"]?["stage"]?.text == "ended" }
            return try await shown(by: server)
        }
    }

    @Test func theBranchIsPushedAndAPullRequestOpenedOnce() async throws {
        try await GitHubStandIn.run { gitHub in
            let world = try await World()
            // The first request has its effect, but its answer is lost.
            gitHub.plan(.losingTheAnswer, to: .post)
            try await RunningServer.run(in: world.home.directory, environment: world.environment(gitHub)) { server in
                let shown = try await world.ended(server)
                #expect(shown["error"]?.text == nil)
                #expect(shown["status"]?.text == "completed")
                #expect(shown["metadata"]?["branch"]?.text == "agent/add-more-to-file")
                #expect(shown["metadata"]?["prStatus"]?.text == "open")
                #expect(shown["run"]?["note"]?.text == nil)
            }
            #expect(gitHub.pullRequests.map(\.head) == ["agent/add-more-to-file"])
            #expect(gitHub.pullRequests.map(\.title) == ["Add more to file"])
            let log = try Shell.run("git log -1 --format=%an%n%B agent/add-more-to-file", in: world.origin)
            #expect(log == "Alice\nAdd more to file\n\nCo-Authored-By: Agent <agent@localhost>\n\n")
        }
    }

    @Test func aRefusedTokenLeavesTheWorkAndSaysSo() async throws {
        try await GitHubStandIn.run { gitHub in
            let world = try await World()
            var environment = world.environment(gitHub)
            environment["LODESTONE_GITHUB_TOKEN"] = "github_pat_wrong"
            try await RunningServer.run(in: world.home.directory, environment: environment) { server in
                let shown = try await world.ended(server)
                #expect(shown["status"]?.text == "completed")
                let note = shown["run"]?["note"]?.text ?? ""
                #expect(note.hasPrefix("The pull request could not be opened: "))
                #expect(!note.contains("github_pat_wrong"))
            }
            #expect(gitHub.pullRequests.isEmpty)
        }
    }
}
