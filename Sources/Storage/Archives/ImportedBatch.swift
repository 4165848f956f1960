package import Domain

/// The result of importing one batch.
package struct ImportedBatch<Checkpoint: Sendable>: Sendable {
    package var checkpoint: Checkpoint
    package var tally = ImportTally()
    package var rejected: [RejectedLine] = []
    var events = ImportEvents()

    init(checkpoint: Checkpoint) {
        self.checkpoint = checkpoint
    }
}
