import CoreMetrics
import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

/// The files of people's messages, as the agent gets them.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct RunAttachmentTests {
    /// Stores its prompts in its home directory. For each file in a prompt, it writes the content and whether it is
    /// writable into the repository. The prompt "again" lists all files.
    private static let reads = #"""
        while read_prompt; do
            printf '%s\n' "$prompt" >> "$HOME/told"; begin; say Reading
            paths=$(printf '%s' "$prompt" | grep -o '/[^\\" ]*attachments/[0-9]*/[^\\" ]*')
            case "$prompt" in *again*) paths=$(find "$(cat "$HOME/place" 2>/dev/null || echo /attachments)" -type f | sort);; esac
            for path in $paths; do
                printf '%s: ' "${path##*/}" >> read.txt; head -c 9 "$path" | tr -cd A-Za-z0-9 >> read.txt
                echo >> read.txt
                printf '%s\n' "${path%/attachments/*}/attachments" > "$HOME/place"
                (echo no > "${path%/*}/written") 2>/dev/null && echo "is writable" >> read.txt
            done
            case "$prompt" in *die*) [ -e "$HOME/died" ] || { touch "$HOME/died"; exit 3; };; esac
            answer "Done."
        done
        """#

    private func attach(_ bytes: [UInt8], _ name: String, _ home: RunHome) async throws -> AttachmentID {
        let draft = try AttachmentDraft(filename: name, mediaType: nil, content: AttachmentContent(bytes))
        let digest = SecretDigest(bytes: (0..<32).map { _ in .random(in: 0...255) })
        let added = try await home.store.attachments.add(
            draft, digest: digest, to: home.organization, by: home.author.id, at: home.clock.now, once: nil)
        guard case .now(let attachment) = added else { throw CancellationError() }
        return attachment.id
    }

    private func create(_ prompt: String, with ids: [AttachmentID], _ home: RunHome) async throws -> SessionID {
        var draft = SessionDraft(
            organizationID: home.organization, prompt: prompt, repository: RunHome.repository, model: "test")
        draft.attachments = ids
        let performed = try await home.store.sessions.create(draft, by: home.author, at: home.clock.now, once: nil)
        guard case .now(let session) = performed else { throw CancellationError() }
        return session.id
    }

    private func say(_ prompt: String, with ids: [AttachmentID], in id: SessionID, _ home: RunHome) async throws {
        _ = try await home.store.sessions.followUp(
            prompt, attachments: ids, in: id, of: home.organization, by: home.author.id, at: home.clock.now, once: nil)
    }

    private func told(_ id: SessionID, _ home: RunHome) throws -> [String] {
        let path = "\(home.configuration.directory)/\(id.rawValue)/home/told"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func patch(_ id: SessionID, _ home: RunHome) async throws -> (files: [String], text: String) {
        let changes = try #require(try await home.store.runs.changes(of: id, in: home.organization).changes)
        return (changes.files.map(\.path), String(decoding: changes.patch, as: UTF8.self))
    }

    @Test func imagesAreShownAndAllFilesCanBeReadAndAreNoPartOfTheWork() async throws {
        let home = try await RunHome(agent: Self.reads)
        let image = Data(SampleFile.png).base64EncodedString()
        try await home.working {
            let ids = [
                try await attach(SampleFile.png, "shot 1.png", home),
                try await attach(Array("one\n".utf8), "a;b.txt", home),
                try await attach(Array("two\n".utf8), "a b.txt", home),
            ]
            let id = try await create("Look at it", with: ids, home)
            #expect(try await home.end(of: id).session.status == .completed)
            let told = try told(id, home)
            let start =
                #"{"type":"user","message":{"role":"user","content":[{"type":"image","source":{"type":"base64","#
                + #""media_type":"image/png","data":"\#(image)"}},{"type":"text","text":"Look at it\n\nAttached files:\n- /"#
            #expect(told.count == 1 && told[0].hasPrefix(start), "\(told)")
            #expect(told[0].hasSuffix(#"/1/a_b-2.txt"}]}}"#) && told[0].contains("shot_1.png (the image above)"))
            let (files, text) = try await patch(id, home)
            #expect(files == ["read.txt"])
            for line in ["+shot_1.png: PNG", "+a_b.txt: one", "+a_b-2.txt: two"] {
                #expect(text.contains(line), "\(text)")
            }
            #expect(!text.contains("writable") || home.configuration.isUnisolated)
            let messages = try await home.store.sessions.messages(.after(0), of: id, in: home.organization, limit: 100)
            #expect(!messages.messages.contains { $0.json.contains(image) })

            // The agent is still the same one, or another that goes on.
            try await say("And this", with: [try await attach(Array("three".utf8), "a b.txt", home)], in: id, home)
            try await eventually { try await home.texts(id).count { $0 == "Done." } == 2 }
            _ = try await home.end(of: id)
            #expect(try await patch(id, home).text.contains("+a_b.txt: three"))
            #expect(try self.told(id, home).last?.contains(image) == false)
        }
    }

    @Test func filesAreThereAgainInAWorkspaceThatIsMadeAnew() async throws {
        let home = try await RunHome(agent: Self.reads)
        try await home.working {
            let id = try await create("Look", with: [try await attach(Array("one".utf8), "a.txt", home)], home)
            _ = try await home.end(of: id)
            home.clock.advance(by: WorkspaceRetention().age)
            await WorkspaceCleaning(
                home.configuration, store: home.store, clock: home.clock.clock,
                metrics: NOOPMetricsHandler.instance, logger: .silent
            ).clean()
            #expect(!FileManager.default.fileExists(atPath: home.workspace(of: id)))
            try await say("Look again", with: [], in: id, home)
            try await eventually { try await home.texts(id).count { $0 == "Done." } == 2 }
            _ = try await home.end(of: id)
            let path = "\(home.configuration.directory)/\(id.rawValue)/attachments/1/a.txt"
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
            #expect(try await patch(id, home).text.components(separatedBy: "+a.txt: one").count == 3)
        }
    }

    @Test func anAgentThatDiedIsShownItAgain() async throws {
        let home = try await RunHome(agent: Self.reads)
        let image = Data(SampleFile.png).base64EncodedString()
        try await home.working {
            let id = try await create("die", with: [try await attach(SampleFile.png, "a.png", home)], home)
            #expect(try await home.end(of: id).session.status == .failed)
            _ = try await home.store.sessions.retry(
                id, of: home.organization, with: RetryDraft(), by: "Ada", at: home.clock.now, once: nil)
            try await eventually { try await home.texts(id).contains("Done.") }
            #expect(try await home.end(of: id).session.status == .completed)
            #expect(try told(id, home).count == 2)
            #expect(try await home.texts(id).count { $0 == "die" } == 1)
            let first = try told(id, home).first
            #expect(first?.contains(image) == true)
        }
    }

    @Test func whatNobodyReadIsSaidWithItsFiles() async throws {
        let home = try await RunHome(agent: Self.reads)
        let id = try await create("First", with: [try await attach(SampleFile.png, "a.png", home)], home)
        try await say("Second", with: [try await attach(Array("two".utf8), "b.txt", home)], in: id, home)
        _ = try await home.store.sessions.followUp(
            "Now this", isUrgent: true, in: id, of: home.organization, by: home.author.id, at: home.clock.now, once: nil
        )
        try await home.working {
            #expect(try await home.end(of: id).session.status == .completed)
            let told = try told(id, home)
            #expect(
                told.count == 1 && told[0].contains("First\\n\\nSecond\\n\\nNow this\\n\\nAttached files:"), "\(told)")
            let text = try await patch(id, home).text
            #expect(text.contains("+a.png: PNG") && text.contains("+b.txt: two"))
        }
    }
}
