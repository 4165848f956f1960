package import CoreMetrics
import Domain
import Foundation
package import Logging
import Sandbox
import ServiceLifecycle
package import Storage

/// Removes workspaces: of deleted sessions at once; others when they are too old or all together take too much disk
/// space.
package struct WorkspaceCleaning: NamedService {
    private static let interval: Duration = .seconds(600)

    private let configuration: RunConfiguration
    private let store: DataStore
    private let clock: Clock
    private let bytes: Gauge
    private let count: Gauge
    private let logger: Logger

    package init(
        _ configuration: RunConfiguration, store: DataStore, clock: Clock, metrics: any MetricsFactory, logger: Logger
    ) {
        self.configuration = configuration
        self.store = store
        self.clock = clock
        bytes = Gauge(label: WorkspaceMetrics.size, factory: metrics)
        count = Gauge(label: WorkspaceMetrics.count, factory: metrics)
        self.logger = logger
    }

    /// Cleans every ten minutes, and after each deletion of a session, until graceful shutdown.
    package func run() async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    repeat { await clean() } while (try? await Task.sleep(for: Self.interval)) != nil
                }
                group.addTask {
                    for await _ in store.runs.deletions.signals() {
                        await logging { _ = try await removeOld() }
                        await logging { try await removeConversations() }
                    }
                }
            }
        }
    }

    /// Removes workspaces and conversations past their retention, then the oldest until the rest fits the size limits.
    func clean() async {
        await logging {
            let ended = try await removeOld()
            var sizes: [SessionID: Int] = [:]
            for session in workspaces() {
                sizes[session] = try await DiskUsage.of([configuration.directory(of: session).path]).bytes
            }
            for session in ended
            where sizes.values.reduce(0, +) > configuration.retention.diskBytes && sizes[session] != nil {
                await remove(session)
                sizes[session] = nil
            }
            count.record(sizes.count)
            bytes.record(sizes.values.reduce(0, +))
        }
        await logging { try await removeConversations() }
    }

    /// Removes workspaces of sessions that are deleted or ended too long ago.
    ///
    /// - Returns: the sessions that keep their workspace and have no active run, in the order in which their runs
    ///   ended.
    private func removeOld() async throws -> [SessionID] {
        let (busy, ended) = try await store.runs.workspaces(endedAfter: clock.now() - configuration.retention.age)
        let kept = busy.union(ended)
        for session in workspaces() where !kept.contains(session) { await remove(session) }
        return ended
    }

    /// Removes the conversations of deleted sessions, and the oldest ones while the total is too large.
    private func removeConversations() async throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: configuration.conversations)) ?? []
        let sessions = names.map { SessionID(rawValue: String($0.prefix { $0 != "." })) }
        let existing = try await store.runs.existing(sessions)
        var kept: [(path: String, bytes: Int, time: Date)] = []
        for (name, session) in zip(names, sessions) {
            let path = "\(configuration.conversations)/\(name)"
            guard existing.contains(session) else {
                try? FileManager.default.removeItem(atPath: path)
                continue
            }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            kept.append(
                (path, attributes?[.size] as? Int ?? 0, attributes?[.modificationDate] as? Date ?? .distantPast))
        }
        var bytes = kept.reduce(0) { $0 + $1.bytes }
        for file in kept.sorted(by: { $0.time < $1.time }) where bytes > configuration.retention.conversationBytes {
            try FileManager.default.removeItem(atPath: file.path)
            bytes -= file.bytes
        }
    }

    private func logging(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error("old workspaces could not be removed", metadata: ["error": "\(error)"])
        }
    }

    private func remove(_ session: SessionID) async {
        do {
            let directory = configuration.directory(of: session)
            // If the server is killed here, the rest looks like the workspace of a deleted session and is removed
            // later.
            let aside = RunDirectory(path: directory.path + ".removed")
            try await aside.remove()
            guard try await store.runs.forgetWorkspace(of: session, { try directory.move(to: aside) }) else { return }
            try await aside.remove()
            logger.info("workspace removed", metadata: ["session": "\(session)"])
        } catch {
            logger.error("a workspace could not be removed", metadata: ["session": "\(session)", "error": "\(error)"])
        }
    }

    private func workspaces() -> [SessionID] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: configuration.directory)) ?? []
        // Session ids begin with `c`; other entries, such as the lock and the conversations, do not.
        return names.filter { $0.hasPrefix("c") }.map(SessionID.init(rawValue:))
    }
}
