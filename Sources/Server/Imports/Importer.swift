package import Domain
import Foundation

/// Imports files batch by batch, each of which is a transaction: an import that is cut off and repeated ends as if it
/// had not been.
package struct Importer: Sendable {
    /// What an import tells while it runs.
    package enum Event: Sendable {
        case progress(file: String, bytes: Int, ofBytes: Int?, tally: ImportTally)
        case rejected(file: String, RejectedLine)
    }

    private let administrator: Administrator
    private let author: EmailAddress?
    private let organization: OrganizationID?
    private let limits: BatchLimits

    /// - Parameters:
    ///   - author: who had the conversations of Claude Code's own files.
    ///   - organization: the one that takes what is imported, when it isn't clear.
    package init(
        _ administrator: Administrator, author: EmailAddress?, organization: OrganizationID?,
        limits: BatchLimits = .standard
    ) {
        self.administrator = administrator
        self.author = author
        self.organization = organization
        self.limits = limits
    }

    /// - Throws: `DomainError` for a file that can't be read, and for an author or an organization that isn't there.
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

/// What an import did in the end.
package struct ImportReport: Encodable, Sendable {
    package var files = 0
    package var tally = ImportTally()
    /// The lines that were not taken.
    package var rejected = 0
    /// Of the files, those with no line at all.
    package var emptyFiles = 0
    /// Of the files, those with nothing but what the agent's program notes for itself.
    package var noteFiles = 0

    /// Whether there was nothing to import at all.
    package var isOfNothing: Bool { files == emptyFiles }

    /// A sentence about the files that no session came from; `nil` where there are none.
    package var filesWithoutConversation: String? {
        let count = emptyFiles + noteFiles
        guard count > 0 else { return nil }
        let kinds = [
            emptyFiles > 0 ? "\(emptyFiles) empty" : nil,
            noteFiles > 0 ? "\(noteFiles) with nothing but notes that the agent's program keeps for itself" : nil,
        ]
        return "0 conversations in \(count) files: \(kinds.compactMap(\.self).joined(separator: ", "))."
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
