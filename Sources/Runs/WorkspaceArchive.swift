import Domain
import Logging
import Sandbox
import Storage

/// The whole workspace as an archive for download, made when the work could not be saved otherwise.
struct WorkspaceArchive: Sendable {
    /// In bytes, compressed.
    private static let limit = 2 << 30

    let context: RunContext

    private var worker: RunWorker { context.worker }
    private var files: PackedFiles { PackedFiles(path: worker.store.directory.archivePath(of: context.run.session.id)) }

    /// - Returns: a sentence for the user; `nil` when the archive could not be made.
    func make() async -> String? {
        let run = context.run
        do {
            let size = try await files.pack(
                "tar -cz -C \"$1\" .", worker.sandbox.isolation.paths(of: context.plainProfile).workspace,
                in: context.plainProfile, of: worker.sandbox, limit: Self.limit)
            guard let size else { return nil }
            try await worker.patiently {
                try await worker.store.runs.keepArchive(bytes: size, of: run.number, at: worker.clock.now())
            }
            return "The workspace was saved as an archive."
        } catch {
            guard !Task.isCancelled else { return nil }
            worker.logger.error(
                "a workspace could not be archived", metadata: ["session": "\(run.session.id)", "error": "\(error)"])
            return nil
        }
    }

    /// Removes the archive of an earlier attempt, after the work was saved.
    func remove() async throws {
        guard files.exists else { return }
        try files.remove()
        try await worker.patiently {
            try await worker.store.runs.keepArchive(bytes: nil, of: context.run.number, at: worker.clock.now())
        }
    }
}
