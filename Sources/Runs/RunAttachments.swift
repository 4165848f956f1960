import Domain
import Foundation
import Sandbox
import Storage
import Threads

/// Writes the files attached to messages where the agent and its tools can read them: outside the repository, in one
/// directory per message.
struct RunAttachments: Sendable {
    let context: RunContext

    private var worker: RunWorker { context.worker }
    private var directory: String { context.directory.attachments }

    /// The directory as the agent sees it.
    var path: String? { context.host.paths(of: context.profile).attachments }

    /// Writes the files of all messages up to a prompt, unless they exist already: the agent may return to earlier
    /// files, and a new workspace has none.
    ///
    /// - Returns: the files of the prompt.
    func files(of prompt: RunPrompt) async throws -> PromptFiles {
        let all = try await worker.patiently {
            try await worker.store.runs.attachments(of: context.run.number, upTo: prompt.sequence)
        }
        var files: [PromptFiles.File] = []
        var names: Set<String> = []
        var message = 0
        var isAnyNew = false
        for (sent, blob) in all {
            if sent.sequence != message { (names, message) = ([], sent.sequence) }
            let name = AttachmentName.file(sent.attachment.filename, taken: &names)
            try await worker.withSpace(of: context.run) {
                let isNew = try await write(blob, of: sent.attachment, to: "\(directory)/\(message)", as: name)
                isAnyNew = isAnyNew || isNew
            }
            guard prompt.sequences.contains(message) else { continue }
            files.append(
                PromptFiles.File(
                    attachment: sent.attachment, blob: blob, path: "\(path ?? directory)/\(message)/\(name)"))
        }
        if isAnyNew { try await context.host.attachmentsChanged(of: context.profile) }
        let isFirst = all.allSatisfy { $0.sent.sequence >= prompt.sequences.lowerBound }
        return PromptFiles(files: files, earlier: isFirst ? nil : path, worker: worker)
    }

    /// - Returns: `false` when the file exists already.
    private func write(
        _ blob: BlobNumber, of attachment: Attachment, to directory: String, as name: String
    ) async throws -> Bool {
        let path = "\(directory)/\(name)"
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard size != attachment.bytes else { return false }
        let content = try await worker.content(of: blob)
        let part = "\(self.directory)/.part"
        try await RunWorker.threads.run {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            try? FileManager.default.removeItem(atPath: part)
            guard FileManager.default.createFile(atPath: part, contents: nil),
                let file = FileHandle(forWritingAtPath: part)
            else { throw CocoaError(.fileWriteUnknown) }
            defer { try? file.close() }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: part)
            for piece in content.pieces { try file.write(contentsOf: Data(piece)) }
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
        return true
    }
}

/// The files attached to one prompt.
struct PromptFiles: Sendable {
    struct File: Sendable {
        let attachment: Attachment
        let blob: BlobNumber
        /// The path as the agent sees it.
        let path: String
    }

    /// Limit on the images shown with one prompt, in bytes: a request to the model may have 32 MiB, Base64 included.
    /// Further images are available as files only.
    private static let shownBytes = 20 * 1_048_576

    let files: [File]
    /// The directory of all messages' files, if earlier messages have any.
    let earlier: String?
    fileprivate let worker: RunWorker

    private var shown: [File] {
        var bytes = 0
        return files.filter { file in
            guard file.attachment.isImage, bytes + file.attachment.bytes <= Self.shownBytes else { return false }
            bytes += file.attachment.bytes
            return true
        }
    }

    func images() async throws -> [AgentImage] {
        var images: [AgentImage] = []
        for file in shown {
            images.append(
                AgentImage(mediaType: file.attachment.mediaType, content: try await worker.content(of: file.blob)))
        }
        return images
    }

    /// The text about the files that follows the prompt; empty without files.
    ///
    /// - Parameter isNew: whether the agent starts a new conversation, so that it has not seen earlier messages.
    func description(forNewConversation isNew: Bool) -> String {
        let earlier = isNew ? earlier.map { "\n\nThe files of earlier messages are in \($0)." } ?? "" : ""
        guard !files.isEmpty else { return earlier }
        let shown = Set(shown.map(\.path))
        let lines = files.map { "- \($0.path)\(shown.contains($0.path) ? " (the image above)" : "")" }
        return "\(earlier)\n\nAttached files:\n\(lines.joined(separator: "\n"))"
    }
}

extension RunWorker {
    /// The bytes of a file.
    fileprivate func content(of blob: BlobNumber) async throws -> AttachmentContent {
        var content = AttachmentContent()
        var position = 0
        while let piece = try await patiently({ try await store.attachments.piece(position, of: blob) }) {
            content.append(piece)
            position += 1
        }
        return content
    }
}
