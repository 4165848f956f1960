package import Domain
import Storage
package import Web

/// A batch of lines of a file that is being imported.
package struct ImportLines: AdminOperation {
    /// What became of the batch, and where to go on.
    package struct Output: Codable, Sendable {
        package var checkpoint: ImportCheckpoint
        package var tally = ImportTally()
        package var rejected: [RejectedLine] = []
        /// Whether the rest of the file is not to be read.
        package var isRefused = false
    }

    package let lines: [NumberedLine]
    /// How many lines beside these were no text.
    package let unreadableLines: Int
    package let checkpoint: ImportCheckpoint
    /// Whether the file ends here.
    package let isLast: Bool
    /// The time of what the file tells no time of.
    package let fileTime: Timestamp?
    /// Who had the conversations of Claude Code's own files.
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
        "This is neither an export of Lodestone nor output or a transcript of Claude Code, Codex or Gemini CLI."
}

/// Where the import of a file stands.
package enum ImportCheckpoint: Codable, Sendable {
    case beginning
    case archive(ArchiveCheckpoint)
    case log(ConversationCheckpoint)
}
