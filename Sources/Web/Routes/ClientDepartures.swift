import Hummingbird
import NIOCore
import Synchronization

/// Cancels the request under way on a connection when the client closes the connection.
final class ClientDepartures: Sendable {
    /// The open connections, each with the request that it waits for. A connection's requests are answered one at a
    /// time.
    private let tasks = Mutex<[ObjectIdentifier: Task<Response, any Error>?]>([:])

    func cancelling(
        on channel: any Channel, _ respond: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        let connection = ObjectIdentifier(channel)
        let task = Task { try await respond() }
        // One callback per connection: a future keeps its callbacks until it is fulfilled.
        let isNew = tasks.withLock { $0.updateValue(task, forKey: connection) == nil }
        if isNew {
            channel.closeFuture.whenComplete { [weak self] _ in self?.end(connection) }
        }
        defer {
            tasks.withLock { tasks in
                if tasks[connection] != nil { tasks.updateValue(nil, forKey: connection) }
            }
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func end(_ connection: ObjectIdentifier) {
        let task = tasks.withLock { $0.removeValue(forKey: connection) }
        task??.cancel()
    }
}
