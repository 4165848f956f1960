import CoreMetrics
import Domain
import Foundation
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

/// Archives of agents' conversations, and of whole workspaces whose work can't be collected.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct ConversationArchiveTests {
    /// Remembers in the file that Claude Code would, and knows no conversation without it.
    private static let remembers = #"""
        memory="$HOME/.claude/projects/-workspace/$session.jsonl"; mkdir -p "${memory%/*}"
        if test "$3" = --resume && ! test -f "$memory"; then
            read_prompt; line '"type":"result","subtype":"error_during_execution","is_error":true,"errors":["No conversation found"]'
            exit 1
        fi
        while read_prompt; do
            echo known >> "$memory"; begin; answer "Known: $(grep -c known "$memory")."
        done
        """#

    private func forget(_ id: SessionID, _ home: RunHome) async throws {
        _ = try await home.store.runs.forgetWorkspace(of: id) {
            try FileManager.default.removeItem(atPath: "\(home.configuration.directory)/\(id)")
        }
    }

    private func clean(_ home: RunHome, _ configuration: RunConfiguration) async {
        await WorkspaceCleaning(
            configuration, store: home.store, clock: home.clock.clock, metrics: NOOPMetricsHandler.instance,
            logger: .silent
        ).clean()
    }

    @Test func anAgentGoesOnWithItsConversationWhenTheWorkspaceIsGone() async throws {
        let home = try await RunHome(agent: Self.remembers)
        try await home.working {
            let id = try await home.create("First")
            #expect(try await home.end(of: id).session.status == .completed)
            try await forget(id, home)
            try await home.say("Second", in: id)
            try await eventually { try await home.texts(id).count == 4 }
            #expect(try await home.end(of: id).session.status == .completed)
            #expect(try await home.texts(id) == ["First", "Known: 1.", "Second", "Known: 2."])
            let path = home.configuration.conversation(of: id).path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try await home.store.sessions.delete(
                id, of: home.organization, by: home.author.id, as: .owner, at: home.clock.now)
            try await eventually { !FileManager.default.fileExists(atPath: path) }
        }
    }

    @Test func withoutItTheAgentBeginsAfresh() async throws {
        let home = try await RunHome(agent: Self.remembers)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            try await forget(id, home)
            var configuration = home.configuration
            configuration.retention.conversationBytes = 0
            await clean(home, configuration)
            #expect(!home.configuration.conversation(of: id).exists)
            try await home.say("Second", in: id)
            try await eventually { try await home.texts(id).count == 4 }
            #expect(try await home.texts(id).last == "Known: 1.")
        }
    }

    @Test func aWorkspaceWhoseWorkCannotBeTakenIsKeptAsAnArchive() async throws {
        let home = try await RunHome(
            agent: """
                read_prompt; begin; echo mine > mine; say Working; until test -e go; do sleep 0.05; done; answer Done.
                """)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            let directory = "\(home.configuration.directory)/\(id)"
            try FileManager.default.removeItem(atPath: "\(home.agentDirectory(of: id))/workspace/.git")
            try FileManager.default.removeItem(atPath: "\(directory)/repository.git/objects")
            try home.write(to: "workspace/go", of: id)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .failed)
            #expect(detail.run?.note == "The workspace was saved as an archive.")
            let archive = home.store.directory.archivePath(of: id)
            #expect(detail.run?.archiveBytes == (try? Data(contentsOf: URL(fileURLWithPath: archive)))?.count)
            try FileManager.default.createDirectory(
                atPath: "\(home.directory.path)/git/acme/out", withIntermediateDirectories: true)
            #expect(try await home.shell("tar -xzOf \(archive) ./mine", in: "out") == "mine\n")
            home.clock.advance(by: WorkspaceRetention().age)
            await clean(home, home.configuration)
            #expect(!FileManager.default.fileExists(atPath: archive))
            #expect(try await home.detail(id).run?.archiveBytes == nil)
        }
    }
}
