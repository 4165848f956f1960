/// The work's value, unless it takes too long: then it is cancelled.
///
/// - Throws: `Overdue`, and what the work throws.
package func withTimeout<Value: Sendable>(
    _ timeout: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: timeout)
            throw Overdue()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}

/// Says that work wasn't done in time.
package struct Overdue: Error {
    package init() {}
}
