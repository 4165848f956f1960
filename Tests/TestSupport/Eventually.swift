/// Waits for what another task brings about.
///
/// - Parameter limit: how long at most; far more than even a slow machine takes, so that only what never comes meets it.
/// - Throws: `NeverCame` when the limit is over.
package func eventually(
    within limit: Duration = .seconds(60), file: StaticString = #fileID, line: UInt = #line,
    _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < end else {
            throw NeverCame(description: "What is waited for at \(file):\(line) did not come within \(limit).")
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// What a test waited for in vain.
package struct NeverCame: Error, CustomStringConvertible {
    package let description: String
}
