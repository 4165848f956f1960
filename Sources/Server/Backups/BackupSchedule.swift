import Domain
import Foundation
import Logging
import Runs
import ServiceLifecycle
import Storage
import Threads
import Web

/// Makes a backup whenever the last one is older than the interval, and deletes its own old ones. One that failed is
/// tried again after ten minutes.
struct BackupSchedule: NamedService {
    let configuration: BackupConfiguration
    let dataDirectory: DataDirectory
    let status: BackupStatus
    let clock: Clock
    let logger: Logger
    var pause: Duration = .seconds(60)

    private static let retryDelay: Duration = .seconds(600)

    func run() async {
        let threads = WorkerThreads()
        await cancelWhenGracefulShutdown {
            var nextTry: Timestamp?
            repeat {
                status.noteGood(lastGood())
                guard isDue(after: nextTry) else { continue }
                nextTry = await backUp(on: threads) ? nil : clock.now() + Self.retryDelay
            } while (try? await Task.sleep(for: pause)) != nil
        }
    }

    private func isDue(after nextTry: Timestamp?) -> Bool {
        let now = clock.now()
        if let nextTry, now < nextTry { return false }
        return status.lastGood.map { now >= $0 + configuration.interval } ?? true
    }

    /// Backups of the future, from before the clock was set back, don't count.
    private func lastGood() -> Timestamp? {
        let now = clock.now()
        return backups().map(\.manifest.createdAt).first { $0 <= now }
    }

    /// - Returns: whether there is a new backup.
    private func backUp(on threads: WorkerThreads) async -> Bool {
        let writer = BackupWriter(
            of: dataDirectory, to: configuration.directory, passphrase: configuration.passphrase, maker: .schedule)
        let (time, start) = (clock.now(), ContinuousClock.now)
        do {
            let backup = try await threads.runCancellable { try writer.write(at: time, unless: $0) }
            status.noteGood(backup.manifest.createdAt)
            status.noteResult(failure: nil)
            logger.info(
                "backup made",
                metadata: [
                    "path": "\(backup.path)", "bytes": "\(backup.manifest.bytes)",
                    "duration": "\(ContinuousClock.now - start)",
                ])
            removeOld()
            return true
        } catch is CancellationError {
            return false
        } catch {
            status.noteResult(failure: "\(error)")
            logger.error("no backup was made", metadata: ["reason": "\(error)"])
            return false
        }
    }

    private func backups() -> [Backup] { Backup.all(of: dataDirectory, in: configuration.directory) }

    private func removeOld() {
        for old in backups().filter({ $0.manifest.maker == .schedule }).dropFirst(configuration.kept) {
            do {
                try old.remove()
                logger.info("old backup removed", metadata: ["path": "\(old.path)"])
            } catch {
                logger.error("an old backup was not removed", metadata: ["path": "\(old.path)", "error": "\(error)"])
            }
        }
    }
}
