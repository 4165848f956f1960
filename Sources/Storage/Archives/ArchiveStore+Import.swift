package import Domain
import GRDB

extension ArchiveStore {
    /// Imports records of an export, each on its own: a refused record changes nothing and is reported.
    ///
    /// - Parameter now: the time of the events.
    /// - Throws: `DomainError.notFound` when the target organization doesn't exist.
    package func importBatch(
        _ records: [(number: Int, record: ArchiveRecord)], at checkpoint: ArchiveCheckpoint, now: Timestamp
    ) async throws -> ImportedBatch<ArchiveCheckpoint> {
        try await connections.write { db in
            if let target = checkpoint.target { try OrganizationRow.require(target, db) }
            var batch = ImportedBatch(checkpoint: checkpoint)
            for (number, record) in records {
                var addition = RecordImport(batch: batch, now: now)
                do {
                    try db.inSavepoint {
                        try addition.add(record, number: number, db)
                        return .commit
                    }
                    batch = addition.batch
                } catch let error as DomainError {
                    batch.rejected.append(RejectedLine(number: number, reason: error.detail))
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    batch.rejected.append(
                        RejectedLine(number: number, reason: "The record contradicts itself or an earlier record."))
                }
            }
            try batch.events.write(at: now, db)
            return batch
        }
    }
}
