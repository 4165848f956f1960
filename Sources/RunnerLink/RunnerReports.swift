package import Foundation

/// The server's answer to posted output.
package struct RunnerOutputAnswer: Codable, Sendable {
    /// The offset that the server expects next, in bytes of the process's whole output. Nothing was stored if the posted
    /// bytes began elsewhere.
    package let next: Int
    /// How long the runner has to wait before it posts more: the server has not stored all that it has.
    package let waitMilliseconds: Int

    package init(next: Int, waitMilliseconds: Int) {
        self.next = next
        self.waitMilliseconds = waitMilliseconds
    }
}

/// How a process on a runner ended. All of its output, and the files of the run, were sent before.
package struct RunnerEnding: Codable, Sendable {
    package enum Breach: Codable, Sendable {
        case duration, output, processes, memory, disk, files, hiddenFiles
    }

    /// The exit code; `nil` if a signal ended it.
    package let code: Int?
    package let signal: Int?
    /// The limit for which the process was killed.
    package let breach: Breach?
    /// The end of standard error.
    package let errors: Data
    /// Why the process could not be started, or its files not be returned.
    package let failure: String?
    /// Whether the runner ended the process because its machine stops: the run continues elsewhere.
    package let isGivenBack: Bool

    /// - Parameter errors: at most `errorLimit` bytes.
    package init(
        code: Int? = nil, signal: Int? = nil, breach: Breach? = nil, errors: Data = Data(), failure: String? = nil,
        isGivenBack: Bool = false
    ) {
        self.code = code
        self.signal = signal
        self.breach = breach
        self.errors = errors
        self.failure = failure
        self.isGivenBack = isGivenBack
    }

    package static let errorLimit = 65_536
}

/// A host that a process on a runner wants to connect to.
package struct RunnerNetworkQuestion: Codable, Sendable {
    /// Host and port.
    package let destination: String
    /// Whether the runner refused it, after the server allowed it, because it has only private addresses there.
    package let isPrivate: Bool

    package init(destination: String, isPrivate: Bool) {
        self.destination = destination
        self.isPrivate = isPrivate
    }
}

package struct RunnerNetworkAnswer: Codable, Sendable {
    package let isAllowed: Bool
    /// Whether the host may have private addresses.
    package let mayBePrivate: Bool
    /// The reason of a refusal, as in `NetworkRefusal`.
    package let refusal: String?

    package init(isAllowed: Bool, mayBePrivate: Bool, refusal: String?) {
        self.isAllowed = isAllowed
        self.mayBePrivate = mayBePrivate
        self.refusal = refusal
    }
}

/// Whether the processes on a runner are paused because its disk is full.
package struct RunnerPause: Codable, Sendable {
    package let isPaused: Bool

    package init(isPaused: Bool) {
        self.isPaused = isPaused
    }
}

/// The files of a run that travel between the server and a runner, each as a compressed tar archive.
package enum RunnerFiles: String, CaseIterable, Sendable {
    case workspace
    case home
    /// The files attached to messages; only from the server to a runner.
    case attachments
}
