import Glibc
import Logging

/// The service manager that started this process, such as systemd. It is told of the service's state by messages to a
/// socket, as sd_notify(3) describes.
package struct ServiceManager: Sendable {
    enum State: String {
        case ready = "READY=1"
        case stopping = "STOPPING=1"
        case alive = "WATCHDOG=1"
    }

    private let socketPath: String
    /// Without `State.alive` for this long, the manager kills the service; `nil` if it does not watch it.
    let watchdogTime: Duration?

    /// - Returns: `nil` when no service manager wants to be told.
    init?(environment: [String: String]) {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@") else { return nil }
        socketPath = path
        let isOurs = environment["WATCHDOG_PID"].map { Int32($0) == getpid() } ?? true
        watchdogTime = isOurs ? environment["WATCHDOG_USEC"].flatMap { Int64($0) }.map(Duration.microseconds) : nil
    }

    /// A state that can't be sent is logged, because nothing else can be done about it.
    func report(_ state: State, logger: Logger) {
        guard !send(Array(state.rawValue.utf8)) else { return }
        logger.warning(
            "the service manager can't be told of the service's state",
            metadata: ["state": "\(state.rawValue)", "error": "\(String(cString: strerror(errno)))"])
    }

    private func send(_ message: [UInt8]) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // The name of an abstract socket starts with a zero byte, which is written as "@".
        let name = socketPath.utf8.enumerated().map { $0 == 0 && $1 == UInt8(ascii: "@") ? 0 : $1 }
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
            errno = ENAMETOOLONG
            return false
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = MemoryLayout.size(ofValue: address.sun_family) + name.count
        let sent = withUnsafeBytes(of: &address) { bytes in
            guard let pointer = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            return sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), pointer, socklen_t(length))
        }
        return sent == message.count
    }
}
