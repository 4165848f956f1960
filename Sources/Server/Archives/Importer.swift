package import Domain
import Foundation

/// Imports files batch by batch, each in one transaction. An import that is interrupted and repeated has the same
/// result as one that isn't interrupted.
package struct Importer: Sendable {
    /// Events during an import.
    package enum Event: Sendable {
        case progress(file: String, bytes: Int, ofBytes: Int?, tally: ImportTally)
        case rejected(file: String, RejectedLine)
    }

    private let administrator: Administrator
    private let author: EmailAddress?
    private let organization: OrganizationID?
    private let limits: BatchLimits

    /// - Parameters:
    ///   - author: the person who had the conversations in files of Claude Code.
    ///   - organization: the organization that gets the data. For `nil`, an export's records go to their own
    ///     organizations, and conversations to the only one.
    package init(
        _ administrator: Administrator, author: EmailAddress?, organization: OrganizationID?,
        limits: BatchLimits = .standard
    ) {
        self.administrator = administrator
        self.author = author
        self.organization = organization
        self.limits = limits
    }

    /// - Throws: `DomainError` for a file that can't be read, and for an author or an organization that doesn't exist.
    package func run(_ files: [String], onEvent: (Event) -> Void) async throws -> ImportReport {
        var report = ImportReport()
        for file in files {
            try await importFile(file, &report, onEvent)
            report.files += 1
        }
        return report
    }

    private func importFile(_ path: String, _ report: inout ImportReport, _ onEvent: (Event) -> Void) async throws {
        var input = try ImportInput(path, limits: limits)
        let attributes = path == "-" ? nil : try? FileManager.default.attributesOfItem(atPath: path)
        let time = (attributes?[.modificationDate] as? Date).map(Timestamp.init)
        var checkpoint = ImportCheckpoint.beginning
        var isOver = false
        let rejectedBefore = report.rejected
        while !isOver {
            let batch = try input.next()
            let operation = ImportLines(
                lines: batch.lines, unreadableLines: batch.rejected.count, checkpoint: checkpoint, isLast: batch.isLast,
                fileTime: time, author: author,
                organization: organization)
            let output = try await administrator.perform(operation)
            checkpoint = output.checkpoint
            report.tally += output.tally
            let rejected = output.isRefused ? output.rejected : output.rejected + batch.rejected
            for line in rejected.sorted(by: { $0.number < $1.number }) { onEvent(.rejected(file: path, line)) }
            report.rejected += rejected.count
            isOver = batch.isLast || output.isRefused
            let size = (attributes?[.size] as? Int)
            onEvent(.progress(file: path, bytes: input.bytesRead, ofBytes: size, tally: report.tally))
        }
        if report.rejected == rejectedBefore { report.note(checkpoint) }
    }
}

/// The totals of an import.
package struct ImportReport: Encodable, Sendable {
    /// The number of files read.
    package var files = 0
    package var tally = ImportTally()
    /// The number of lines that were not imported.
    package var rejected = 0
    /// The number of files without any line.
    package var emptyFiles = 0
    /// The number of files with nothing but an agent's internal notes.
    package var noteFiles = 0

    /// Whether all files were empty.
    package var isEmpty: Bool { files == emptyFiles }

    /// A sentence about files that gave no session; `nil` when there are none.
    package var filesWithoutConversation: String? {
        let count = emptyFiles + noteFiles
        guard count > 0 else { return nil }
        let kinds = [
            emptyFiles > 0 ? "\(emptyFiles) empty" : nil,
            noteFiles > 0 ? "\(noteFiles) with only internal notes of the agent" : nil,
        ]
        return "No conversations in \(count) files: \(kinds.compactMap(\.self).joined(separator: ", "))."
    }

    fileprivate mutating func note(_ checkpoint: ImportCheckpoint) {
        switch checkpoint {
        case .beginning: emptyFiles += 1
        case .log(let checkpoint) where checkpoint.cursors.isEmpty: noteFiles += 1
        case .log, .archive: break
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encode(files, forKey: .files)
        try fields.encode(tally.newSessions, forKey: .newSessions)
        try fields.encode(tally.updatedSessions, forKey: .updatedSessions)
        try fields.encode(tally.skippedSessions, forKey: .skippedSessions)
        try fields.encode(tally.lines, forKey: .lines)
        try fields.encode(rejected, forKey: .rejected)
        try fields.encode(emptyFiles + noteFiles, forKey: .filesWithoutConversation)
    }

    private enum FieldName: String, CodingKey {
        case files, newSessions, updatedSessions, skippedSessions, lines, rejected, filesWithoutConversation
    }
}
