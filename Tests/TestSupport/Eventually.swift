/// Waits until the condition is true, checking it every five milliseconds.
///
/// - Parameter limit: the timeout; far longer than any slow machine needs, so only a condition that never becomes true
///   reaches it.
/// - Throws: `TimedOut` after the timeout.
package func eventually(
    within limit: Duration = .seconds(60), file: StaticString = #fileID, line: UInt = #line,
    _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < end else {
            throw TimedOut(description: "What is waited for at \(file):\(line) did not come within \(limit).")
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// The condition did not become true in time.
package struct TimedOut: Error, CustomStringConvertible {
    package let description: String
}
