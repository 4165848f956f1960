import Domain
import Storage
import Web

extension ImportLines {
    /// Imports records of a Lodestone export.
    func takeArchive(at checkpoint: ArchiveCheckpoint, with services: Services) async throws -> Output {
        var checkpoint = checkpoint
        var records: [(number: Int, record: ArchiveRecord)] = []
        var rejected: [RejectedLine] = []
        for line in lines {
            do {
                let record = try ArchiveRecord(json: line.text)
                if let reason = Self.refusal(of: record, &checkpoint) {
                    return Output(
                        checkpoint: .archive(checkpoint), rejected: [RejectedLine(number: line.number, reason: reason)],
                        isRefused: true)
                }
                records.append((line.number, record))
            } catch let error as DomainError {
                rejected.append(RejectedLine(number: line.number, reason: error.detail))
            }
        }
        let batch = try await services.store.archives.importBatch(records, at: checkpoint, now: services.clock.now())
        rejected += batch.rejected
        if isLast, !batch.checkpoint.isComplete {
            let reason = "The export ends early: its last record is missing. All records before it were imported."
            rejected.append(RejectedLine(number: lines.last?.number ?? 1, reason: reason))
        }
        rejected.sort { $0.number < $1.number }
        return Output(checkpoint: .archive(batch.checkpoint), tally: batch.tally, rejected: rejected)
    }

    /// Why the whole export is refused; `nil` if it isn't.
    private static func refusal(of record: ArchiveRecord, _ checkpoint: inout ArchiveCheckpoint) -> String? {
        if case .header(let version) = record {
            guard version <= ArchiveRecord.currentVersion else {
                return
                    "The export was written by a newer Lodestone (format version \(version)). Update this server."
            }
            checkpoint.hasHeader = true
        }
        return checkpoint.hasHeader ? nil : "The header is missing: an export begins with the record `header`."
    }
}
