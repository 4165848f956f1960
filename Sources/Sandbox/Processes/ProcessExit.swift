import Glibc

/// Exit status of a process.
package enum ProcessExit: Equatable, Sendable, CustomStringConvertible {
    case exited(Int)
    case signalled(Int)

    /// - Parameter status: the status from `waitpid`. Exit codes above 128 count as signals, as shells report them.
    init(status: CInt) {
        let signal = Int(status & 0x7F)
        let code = Int((status >> 8) & 0xFF)
        self = signal != 0 ? .signalled(signal) : code > 128 && code < 160 ? .signalled(code - 128) : .exited(code)
    }

    package var isSuccess: Bool { self == .exited(0) }

    package var description: String {
        switch self {
        case .exited(let code): "exit code \(code)"
        case .signalled(let signal): "signal \(signal)"
        }
    }
}
