/// The status of a session. `active` means that the agent works, or that the session waits for it.
package enum SessionStatus: String, Sendable, CaseIterable {
    case active, completed, failed
}
