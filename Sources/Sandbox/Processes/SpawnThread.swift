import Dispatch
import Foundation
import Synchronization

/// The one thread that starts processes. It never ends, because the kernel ends a process that is to die with its
/// parent as soon as the *thread* that started it does.
final class SpawnThread: Sendable {
    static let shared = SpawnThread()

    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    private init() {
        Thread.detachNewThread { [self] in
            while true {
                arrivals.wait()
                waiting.withLock { $0.removeFirst() }()
            }
        }
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            waiting.withLock { $0.append { continuation.resume(with: Result(catching: work)) } }
            arrivals.signal()
        }
    }
}
