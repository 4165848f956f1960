/// Why a command could not be run at all.
package enum SandboxError: Error, Equatable, CustomStringConvertible {
    case noSuchCommand(String)
    case notStarted(reason: String)
    case notRemoved(reason: String)
    /// Isolation does not work here; with a sentence for the operator.
    case unavailable(String)

    package var description: String {
        switch self {
        case .noSuchCommand(let name): "The program \(name) was not found."
        case .notStarted(let reason): "The sandbox couldn't be started: \(reason)"
        case .notRemoved(let reason): "The files of a run couldn't be removed: \(reason)"
        case .unavailable(let reason): reason
        }
    }
}
