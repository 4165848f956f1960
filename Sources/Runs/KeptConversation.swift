import Domain
import Foundation
import Logging
import Sandbox
import Storage

/// An agent's own record of its conversation, kept apart from the workspace, so that the agent can go on with the
/// conversation when the workspace is gone.
///
/// It is what Claude Code has in `~/.claude/projects`: a file of the conversation's id, and a directory of the same name.
struct KeptConversation: Sendable {
    /// Compressed. A longer one isn't kept; the agent gets a short account of it then.
    private static let limit = 64 << 20

    let context: RunContext

    private var worker: RunWorker { context.worker }

    private var files: PackedFiles { worker.configuration.conversation(of: context.run.session.id) }

    /// Keeps the conversation as it is now. Without it the work goes on all the same, so nothing is thrown.
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
                "an agent's conversation is not kept", metadata: ["session": "\(run.session.id)", "error": "\(error)"])
        }
    }

    /// Puts it into a home that was made anew.
    ///
    /// - Returns: whether the agent can go on with it.
    func restore() async -> Bool {
        guard context.run.agentSession != nil, files.exists else { return false }
        let isThere = try? await files.unpack(
            #"cd "$HOME" && tar -xz"#, in: context.plainProfile, of: worker.sandbox)
        return isThere ?? false
    }

    /// Whether it is safe as a pattern of file names; ids are UUIDs.
    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }
}
