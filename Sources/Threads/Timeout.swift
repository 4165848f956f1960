/// Returns the value of `work`; cancels it after `timeout`.
///
/// - Throws: `Overdue` after the timeout, and the errors of `work`.
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

/// The work was not done in time.
package struct Overdue: Error {
    package init() {}
}
