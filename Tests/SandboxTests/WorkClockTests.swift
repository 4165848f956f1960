import Disk
import Foundation
import Synchronization
import Testing

@testable import Sandbox

struct WorkClockTests {
    @Test func timeThatDoesNotCountEndsNothing() async throws {
        let clock = WorkClock()
        clock.set(isStopped: true)
        var limits = SandboxLimits(duration: .milliseconds(200), diskBytes: .max, freeDiskBytes: 0)
        (limits.processes, limits.memoryBytes) = (.max, .max)
        let watchdog = Watchdog(
            process: getpid(), directories: [], limits: limits, space: .system, output: nil, clock: clock, onPause: nil)
        let hasEnded = Mutex(false)
        let watching = Task {
            let breach = await watchdog.firstBreach()
            hasEnded.withLock { $0 = true }
            return breach
        }
        // Several times the limit.
        try await Task.sleep(for: .seconds(1))
        let isTooEarly = hasEnded.withLock(\.self)
        #expect(!isTooEarly)
        clock.set(isStopped: false)
        #expect(await watching.value == .duration(.milliseconds(200)))
    }
}
