import Logging
import Runs
import ServiceLifecycle

/// A service that removes at intervals what is no longer needed, a bounded number at a time.
protocol PeriodicRemoval: NamedService {
    var interval: Duration { get }
    var logger: Logger { get }
    /// What is logged with the error when a removal fails.
    var failure: Logger.Message { get }

    /// - Returns: whether there may be more to remove.
    func removeSome() async throws -> Bool
}

extension PeriodicRemoval {
    package func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await removeAll() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func removeAll() async {
        do {
            while try await removeSome(), !Task.isCancelled {}
        } catch is CancellationError {
            return
        } catch {
            logger.error(failure, metadata: ["error": "\(error)"])
        }
    }
}
