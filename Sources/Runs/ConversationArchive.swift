import Domain
import Foundation
import Logging
import Sandbox
import Storage

/// An agent's own conversation files, archived outside the workspace so that the agent can resume after the workspace
/// was removed.
///
/// Claude Code stores them in `~/.claude/projects`: a file named after the conversation's id, and a directory of the
/// same name.
struct ConversationArchive: Sendable {
    /// In bytes, compressed. A larger conversation is not archived; the next agent gets a short summary instead.
    private static let limit = 64 << 20

    let context: RunContext

    private var worker: RunWorker { context.worker }

    private var files: PackedFiles { worker.configuration.conversation(of: context.run.session.id) }

    /// Archives the conversation as it is now. Errors are logged only: the work can go on without the archive.
    func keep() async {
        let run = context.run
        do {
            let current = try await worker.store.runs.current(run.number)
            guard let conversation = current?.agentSession, Self.isName(conversation) else { return }
            try PrivateDirectory.create(at: worker.configuration.conversations)
            let script = #"""
                cd "$HOME"
                list() {
                    find . -maxdepth 6 \( -type f -name "$1.jsonl" -o -type d -name "$1" \
                        -path './.claude/projects/*' \) "$2" 2>/dev/null
                }
                # Of nothing tar makes no archive, but gzip does.
                [ -z "$(list "$1" -print)" ] || list "$1" -print0 | tar -cz --null -T -
                """#
            let size = try await files.pack(
                script, conversation, in: context.plainProfile, of: worker.sandbox, limit: Self.limit)
            if size == nil { try files.remove() }
        } catch {
            guard !Task.isCancelled else { return }
            worker.logger.warning(
                "an agent's conversation could not be archived",
                metadata: ["session": "\(run.session.id)", "error": "\(error)"])
        }
    }

    /// Unpacks the archive into a new home directory.
    ///
    /// - Returns: whether the agent can resume the conversation.
    func restore() async -> Bool {
        guard context.run.agentSession != nil, files.exists else { return false }
        let isThere = try? await files.unpack(
            #"cd "$HOME" && tar -xz"#, in: context.plainProfile, of: worker.sandbox)
        return isThere ?? false
    }

    /// Whether the text is safe in a file name pattern; conversation ids are UUIDs.
    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }
}
