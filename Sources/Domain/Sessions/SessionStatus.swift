/// Where a session stands. Active: it waits for its agent, or the agent works.
package enum SessionStatus: String, Sendable, CaseIterable {
    case active, completed, failed
}
