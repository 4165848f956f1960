import Domain
import NIOCore

extension EgressProxy {
    /// Connects to a destination for a client. Nothing more is read from the client until the two are joined.
    ///
    /// - Parameter then: called on the client's event loop, unless the client has disconnected; if it throws, both
    ///   connections are closed.
    func connect(
        _ client: any Channel, to destination: NetworkDestination,
        then: @escaping (Result<any Channel, EgressError>) throws -> Void
    ) {
        client.setOption(.autoRead, value: false).whenFailure { _ in client.close(promise: nil) }
        let eventLoop = client.eventLoop
        let attempt = eventLoop.makeFutureWithTask { await self.attempt(destination, on: eventLoop) }
        attempt.assumeIsolated().whenSuccess { result in
            let upstream = try? result.get()
            guard client.isActive else {
                upstream?.close(promise: nil)
                return
            }
            do {
                try then(result)
            } catch {
                upstream?.close(promise: nil)
                client.close(promise: nil)
            }
        }
    }

    private func attempt(
        _ destination: NetworkDestination, on eventLoop: any EventLoop
    ) async -> Result<any Channel, EgressError> {
        do throws(EgressError) {
            return .success(try await connect(to: destination, on: eventLoop))
        } catch {
            return .failure(error)
        }
    }
}
