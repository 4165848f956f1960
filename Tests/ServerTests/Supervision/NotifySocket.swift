import Foundation
import Glibc
import Synchronization

/// A service manager's socket: receives what a service reports.
final class NotifySocket: Sendable {
    /// The socket's name, in the form of `NOTIFY_SOCKET`.
    let name: String
    private let descriptor: CInt
    private let received = Mutex<[String]>([])

    /// - Parameter name: a path, or "@" and the name of an abstract socket; under 100 bytes.
    init(_ name: String) throws {
        self.name = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = (name.hasPrefix("@") ? [0] : []) + name.utf8.drop { $0 == UInt8(ascii: "@") }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// All messages so far.
    var messages: [String] {
        received.withLock { received in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count >= 0 else { return received }
                received.append(String(decoding: buffer.prefix(count), as: UTF8.self))
            }
        }
    }

    deinit {
        close(descriptor)
    }
}
