import HummingbirdCore
package import NIOCore
import Synchronization

/// A connection on its way from the door to the one who serves it; one that was refused has no requests.
///
/// A server that stops in between serves it no more. It is closed then: the framework ends the process over one that is
/// dropped without that.
package final class AcceptedConnection: ServerChildChannelValue {
    package let channel: any Channel
    private let http: Mutex<HTTP1Channel.Value?>

    init(_ channel: any Channel, http: HTTP1Channel.Value?) {
        self.channel = channel
        self.http = Mutex(http)
    }

    deinit {
        guard let http = take() else { return }
        Task { try? await http.executeThenClose { _, _ in } }
    }

    /// Its requests, for the one who serves them; `nil` for everybody after that.
    func take() -> HTTP1Channel.Value? {
        http.withLock { http in
            defer { http = nil }
            return http
        }
    }
}
