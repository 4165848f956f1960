package import Foundation

/// Something that a runner does for the server. Orders are numbered from 1 within a lease; a runner acknowledges them by
/// asking for those after the last one.
package struct RunnerOrder: Codable, Sendable {
    package let number: Int
    package let action: Action

    package init(number: Int, action: Action) {
        self.number = number
        self.action = action
    }

    package enum Action: Codable, Sendable {
        /// Take the files of the run from the server, and start a process on them.
        case start(RunnerCommand)
        /// Write to the standard input of the process.
        case input(Data)
        case finishInput
        /// Send SIGINT.
        case interrupt
        /// Interrupt; kill after the grace period.
        case stop(graceSeconds: Int)
        case kill
        case countTime(Bool)
        /// Take the attached files again: there are new ones.
        case takeAttachments
        /// Return the files of the run as they are now.
        case checkpoint(Int)
        /// The lease is over; nothing of the run is needed any more.
        case end
    }

    /// About how many bytes it adds to an answer.
    package var size: Int {
        if case .input(let bytes) = action { bytes.count } else { 256 }
    }
}

/// The orders that a runner hasn't seen.
package struct RunnerOrders: Codable, Sendable {
    package let orders: [RunnerOrder]
    /// Whether the lease is over, and the runner must drop the run.
    package let isOver: Bool

    package init(_ orders: [RunnerOrder], isOver: Bool = false) {
        self.orders = orders
        self.isOver = isOver
    }
}

/// A process to start on a runner.
package struct RunnerCommand: Codable, Sendable {
    package enum Program: Codable, Sendable {
        /// The agent that the server is configured for, by its path on the server; the runner uses its own.
        case agent(path: String)
        /// A program by its name.
        case named(String)
    }

    /// Counts the processes of a lease.
    package let process: Int
    package let program: Program
    package let arguments: [String]
    package let environment: [String: String]
    package let limits: RunnerLimits

    package init(
        process: Int, program: Program, arguments: [String], environment: [String: String], limits: RunnerLimits
    ) {
        self.process = process
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.limits = limits
    }
}

/// The limits of a process; see `SandboxLimits`.
package struct RunnerLimits: Codable, Sendable {
    package var milliseconds: Int
    package var outputBytes: Int
    package var processes: Int
    package var memoryBytes: Int
    package var diskBytes: Int
    package var files: Int
    package var temporaryBytes: Int
    package var niceness: Int

    package init(
        milliseconds: Int, outputBytes: Int, processes: Int, memoryBytes: Int, diskBytes: Int, files: Int,
        temporaryBytes: Int, niceness: Int
    ) {
        self.milliseconds = milliseconds
        self.outputBytes = outputBytes
        self.processes = processes
        self.memoryBytes = memoryBytes
        self.diskBytes = diskBytes
        self.files = files
        self.temporaryBytes = temporaryBytes
        self.niceness = niceness
    }
}
