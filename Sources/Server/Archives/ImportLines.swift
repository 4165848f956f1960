package import Domain
import Storage
package import Web

/// A batch of lines of an imported file.
package struct ImportLines: AdminOperation {
    /// The result of the batch, and the checkpoint for the next.
    package struct Output: Codable, Sendable {
        package var checkpoint: ImportCheckpoint
        package var tally = ImportTally()
        package var rejected: [RejectedLine] = []
        /// Whether the rest of the file must not be read.
        package var isRefused = false
    }

    package let lines: [NumberedLine]
    /// How many further lines were too long or not valid UTF-8.
    package let unreadableLines: Int
    package let checkpoint: ImportCheckpoint
    /// Whether this is the file's last batch.
    package let isLast: Bool
    /// The time for lines of a file that contains no times.
    package let fileTime: Timestamp?
    /// The person who had the conversations in files of Claude Code.
    package let author: EmailAddress?
    package let organization: OrganizationID?

    package func perform(with services: Services) async throws -> Output {
        switch checkpoint {
        case .beginning:
            guard let source = ImportSource(recognizing: lines) else { return refusal }
            return try await at(source.beginning(target: organization)).perform(with: services)
        case .archive(let checkpoint): return try await takeArchive(at: checkpoint, with: services)
        case .log(let checkpoint): return try await takeLog(at: checkpoint, with: services)
        }
    }

    private func at(_ checkpoint: ImportCheckpoint) -> Self {
        Self(
            lines: lines, unreadableLines: unreadableLines, checkpoint: checkpoint, isLast: isLast, fileTime: fileTime,
            author: author, organization: organization)
    }

    private var refusal: Output {
        guard !lines.isEmpty || unreadableLines > 0 else { return Output(checkpoint: checkpoint) }
        return Output(
            checkpoint: checkpoint,
            rejected: [RejectedLine(number: lines.first?.number ?? 1, reason: Self.unknownKind)],
            isRefused: true)
    }

    private static let unknownKind =
        "This is not a Lodestone export, and not output or a transcript of Claude Code, Codex or Gemini CLI."
}

/// The progress of a file's import.
package enum ImportCheckpoint: Codable, Sendable {
    case beginning
    case archive(ArchiveCheckpoint)
    case log(ConversationCheckpoint)
}
